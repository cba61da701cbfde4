import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LiveStatus } from '../../../workbook/verdict/result-view.ts'
import { followSession } from './follow.ts'

/** The connection of a browser, without a server: the test is the server. */
class FakeSource {
  static opened: FakeSource[] = []
  readonly address: string
  closed = false
  onmessage?: (event: { data: string }) => void
  onerror?: () => void

  constructor(address: string) {
    this.address = address
    FakeSource.opened.push(this)
  }

  close(): void {
    this.closed = true
  }
}

class FakeDocument extends EventTarget {
  hidden = false

  turn(hidden: boolean): void {
    this.hidden = hidden
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

const STATUS = { title: 'Lección 1 · Saludos' } as LiveStatus
const open = () => FakeSource.opened.filter(({ closed }) => !closed)

describe('followSession', () => {
  let page: FakeDocument
  let told: (LiveStatus | undefined)[]
  const follow = () => followSession('/__sesion', (status) => told.push(status))

  beforeEach(() => {
    page = new FakeDocument()
    told = []
    FakeSource.opened = []
    vi.stubGlobal('document', page)
    vi.stubGlobal('EventSource', FakeSource)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  test('listens at the address of the session and tells what it hears', () => {
    follow()
    expect(open().map(({ address }) => address)).toEqual(['/__sesion'])
    open()[0]?.onmessage?.({ data: JSON.stringify(STATUS) })
    expect(told).toEqual([STATUS])
  })

  test('tells that there is no session when the connection is lost, and goes on trying', () => {
    follow()
    open()[0]?.onerror?.()
    expect(told).toEqual([undefined])
    expect(open()).toHaveLength(1)
  })

  test('holds no connection while the page is not seen, and a single one when it is seen again', () => {
    follow()
    page.turn(true)
    expect(open()).toHaveLength(0)
    page.turn(false)
    expect(open()).toHaveLength(1)
  })

  test('does not connect from a page that is opened behind another one', () => {
    page.hidden = true
    follow()
    expect(open()).toHaveLength(0)
  })

  test('keeps what it told when the page is no longer seen', () => {
    follow()
    page.turn(true)
    expect(told).toEqual([])
  })

  test('stops for good', () => {
    const stop = follow()
    stop()
    page.turn(false)
    expect(open()).toHaveLength(0)
  })
})
