import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { News, RunOrder } from '../protocol.ts'
import { Run } from './run.ts'

/** A Worker that hears nothing and says what it is told to. */
class SilentWorker {
  onmessage: ((event: { data: News }) => void) | null = null
  terminate() {}
  postMessage() {}
  tell(...news: News[]) {
    for (const data of news) this.onmessage?.({ data })
  }
}

const TEST = { id: '1', title: 'prueba', task: 'tarea' }
const COLLECTED: News = { type: 'collected', tests: [TEST, { ...TEST, id: '2' }, { ...TEST, id: '3' }] }
const red = (id: string, duration: number): News => ({
  ...{ type: 'tested', state: 'failed', errors: [{ message: 'x' }], id, duration },
})

/** A run that has begun, on a machine with nothing else to do. */
function start() {
  const worker = new SilentWorker()
  const { outcome } = new Run(
    worker as unknown as Worker,
    {} as RunOrder,
    () => {},
    () => 1,
  )
  return { worker, outcome }
}

/** Ten seconds in which the Worker waits for something. */
function wait(worker: SilentWorker) {
  for (let time = 0; time < 10_000; time += 500) {
    vi.advanceTimersByTime(500)
    worker.tell({ type: 'pong', rested: true })
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('Run', () => {
  test('takes a Worker that does not answer for one in an endless loop', async () => {
    const { outcome } = start()
    vi.advanceTimersByTime(5000)
    expect((await outcome).remains.ending).toBe('stuck')
  })

  test('keeps where the code was that told of an endless loop', async () => {
    const { worker, outcome } = start()
    const place = { file: 'lessons/03-expiracion/expiracion.ts', line: 3 }
    worker.tell({ type: 'loop', place })
    expect((await outcome).remains).toMatchObject({ ending: 'stuck', place })
  })

  test('keeps of a loop that writes without end that it writes', async () => {
    const { worker, outcome } = start()
    worker.tell({ type: 'flood' }, { type: 'loop', place: { file: 'expiracion.ts', line: 3 } })
    const { remains } = await outcome
    expect([remains.ending, remains.place]).toEqual(['flood', undefined])
  })

  test('takes one that waits without end for one that never loads its tests, or does not end them', async () => {
    const loading = start()
    wait(loading.worker)
    expect((await loading.outcome).remains.ending).toBe('hang')
    const testing = start()
    testing.worker.tell(COLLECTED)
    wait(testing.worker)
    expect((await testing.outcome).remains.ending).toBe('stalled')
  })

  test('does not count what is slow of ours as the time of a test that waited for an answer', async () => {
    const { worker, outcome } = start()
    worker.tell(COLLECTED)
    for (const id of ['1', '2', '3']) worker.tell({ type: 'idle', ms: 2000 }, red(id, 2100))
    worker.tell({ type: 'done', errors: [], loose: [], derived: [] })
    expect((await outcome).remains.tests.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
  })

  test('ends after two tests without an answer', async () => {
    const { worker, outcome } = start()
    worker.tell(COLLECTED)
    for (const id of ['1', '2', '3']) worker.tell(red(id, 2100))
    expect((await outcome).remains.tests.map(({ state }) => state)).toEqual(['failed', 'failed', 'pending'])
  })
})
