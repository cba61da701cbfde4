import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SLOW_MS, Watch } from './watch.ts'

/** What a Worker says that waits for something, and one that never comes to rest between two turns. */
const WAITS = { type: 'pong', rested: true } as const
const TOILS = { type: 'pong', rested: false } as const

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A watched Worker, on a machine on which everything takes so many times longer. */
function start(busier = () => 1) {
  const onEnd = vi.fn()
  return { onEnd, watch: new Watch({ postMessage() {} }, { busier, onEnd }) }
}

/** Time goes by, in milliseconds, and at each ping the Worker does this. */
function pass(ms: number, each: () => void) {
  for (let time = 0; time < ms; time += 250) {
    vi.advanceTimersByTime(250)
    each()
  }
}

describe('a Worker that does not answer', () => {
  test.each([1, 50])('is in an endless loop after four seconds, on a machine %s times as busy', (times) => {
    const { onEnd } = start(() => times)
    vi.advanceTimersByTime(4000)
    expect(onEnd).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1000)
    expect(onEnd.mock.calls).toEqual([[{ type: 'stuck' }]])
  })

  test('has its time again with each thing that comes of it', () => {
    const { onEnd, watch } = start()
    pass(20_000, () => watch.progress())
    expect(onEnd).not.toHaveBeenCalled()
  })

  test('has more while what is slow is not the learner’s, and no more once that has ended', () => {
    const { onEnd, watch } = start()
    watch.hear({ type: 'busy' })
    vi.advanceTimersByTime(20_000)
    expect(onEnd).not.toHaveBeenCalled()
    watch.hear({ type: 'idle', ms: 20_000 })
    vi.advanceTimersByTime(5000)
    expect(onEnd.mock.calls).toEqual([[{ type: 'stuck' }]])
  })

  test('has none, if it calls what is slow without end', () => {
    const { onEnd, watch } = start()
    pass(SLOW_MS + 5000, () => watch.hear({ type: 'busy' }))
    expect(onEnd).toHaveBeenCalledWith({ type: 'stuck' })
  })

  test('is where it last said', () => {
    const { onEnd, watch } = start()
    const place = { file: 'lessons/03-expiracion/expiracion.ts', line: 3 }
    watch.hear({ type: 'loop', place })
    expect(onEnd.mock.calls).toEqual([[{ type: 'stuck', place }]])
  })
})

describe('a Worker that answers and never comes to rest', () => {
  test('is in an endless loop after a second and a half', () => {
    const { onEnd, watch } = start()
    pass(1250, () => watch.hear(TOILS))
    expect(onEnd).not.toHaveBeenCalled()
    pass(500, () => watch.hear(TOILS))
    expect(onEnd.mock.calls).toEqual([[{ type: 'stuck' }]])
  })

  test('is not, if it could not answer for a while and then answers all at once', () => {
    const { onEnd, watch } = start()
    watch.hear({ type: 'busy' })
    vi.advanceTimersByTime(3000)
    watch.hear({ type: 'idle', ms: 3000 })
    pass(1250, () => {
      for (const each of Array(12).fill(TOILS)) watch.hear(each)
    })
    expect(onEnd).not.toHaveBeenCalled()
  })

  test('is not, if it does now and then, or if something comes of it', () => {
    const { onEnd, watch } = start()
    pass(2000, () => {
      for (const each of [TOILS, TOILS, TOILS, WAITS]) watch.hear(each)
    })
    pass(4000, () => {
      watch.hear(TOILS)
      watch.progress()
    })
    expect(onEnd).not.toHaveBeenCalled()
  })
})

describe('a Worker that waits', () => {
  test('is silent after six seconds', () => {
    const { onEnd, watch } = start()
    pass(5500, () => watch.hear(WAITS))
    expect(onEnd).not.toHaveBeenCalled()
    pass(1000, () => watch.hear(WAITS))
    expect(onEnd.mock.calls).toEqual([[{ type: 'silent' }]])
  })

  test('has more time on a busy machine, which is asked once', () => {
    const busier = vi.fn(() => 3)
    const { onEnd, watch } = start(busier)
    pass(17_000, () => watch.hear(WAITS))
    expect(onEnd).not.toHaveBeenCalled()
    expect(busier).toHaveBeenCalledOnce()
  })

  test('has as long as a test that found the machine busy', () => {
    const { onEnd, watch } = start()
    watch.hear({ type: 'patience', times: 3 })
    pass(17_000, () => watch.hear(WAITS))
    expect(onEnd).not.toHaveBeenCalled()
  })
})

test('nobody is accused once it is stopped', () => {
  const { onEnd, watch } = start()
  watch.stop()
  vi.advanceTimersByTime(60_000)
  expect(onEnd).not.toHaveBeenCalled()
})
