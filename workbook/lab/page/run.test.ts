import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { News, RunOrder } from '../protocol.ts'
import { Run, SLOW_MS } from './run.ts'

/** A Worker that hears nothing and says what it is told to. */
class SilentWorker {
  onmessage: (event: { data: News }) => void = () => {}
  #ended = false
  terminate() {
    this.#ended = true
  }
  postMessage() {}
  tell(...news: News[]) {
    for (const data of news) if (!this.#ended) this.onmessage({ data })
  }
}

const TEST = { id: '1', title: 'prueba', task: 'tarea' }
const red = (id: string, duration: number): News => ({
  ...{ type: 'tested', state: 'failed', errors: [{ message: 'x' }], id, duration },
})

/** A run that has begun, on a machine on which everything takes so many times longer. */
function start(busier = () => 1) {
  const worker = new SilentWorker()
  const { outcome } = new Run(worker as unknown as Worker, {} as RunOrder, () => {}, busier)
  worker.tell({ type: 'collected', tests: [TEST, { ...TEST, id: '2' }, { ...TEST, id: '3' }] })
  return { worker, outcome }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('Run', () => {
  test('takes a Worker that does not answer for one in an endless loop', async () => {
    const { outcome } = start()
    vi.advanceTimersByTime(5000)
    expect((await outcome).remains.ending).toBe('stuck')
  })

  test('does not, while what is slow is not the learner’s', async () => {
    const { worker, outcome } = start()
    worker.tell({ type: 'busy' })
    vi.advanceTimersByTime(20_000)
    worker.tell({ type: 'idle', ms: 20_000 }, { type: 'done', errors: [], loose: [], derived: [] })
    expect((await outcome).remains.ending).toBeUndefined()
  })

  test('does, once that has ended', async () => {
    const { worker, outcome } = start()
    worker.tell({ type: 'busy' })
    vi.advanceTimersByTime(5000)
    worker.tell({ type: 'idle', ms: 5000 })
    vi.advanceTimersByTime(5000)
    expect((await outcome).remains.ending).toBe('stuck')
  })

  test('waits longer on a busy machine, which it asks once', async () => {
    const busier = vi.fn(() => 3)
    const { worker, outcome } = start(busier)
    for (let time = 0; time < 17_000; time += 1000) {
      vi.advanceTimersByTime(1000)
      worker.tell({ type: 'pong' })
    }
    worker.tell({ type: 'done', errors: [], loose: [], derived: [] })
    expect((await outcome).remains.ending).toBeUndefined()
    expect(busier).toHaveBeenCalledOnce()
  })

  test('waits for no loop there: it may be taking all the memory', async () => {
    const { outcome } = start(() => 3)
    vi.advanceTimersByTime(5000)
    expect((await outcome).remains.ending).toBe('stuck')
  })

  test('waits as long as a test does that found the machine busy', async () => {
    const { worker, outcome } = start()
    worker.tell({ type: 'patience', times: 3 })
    for (let time = 0; time < 17_000; time += 1000) {
      vi.advanceTimersByTime(1000)
      worker.tell({ type: 'pong' })
    }
    worker.tell({ type: 'done', errors: [], loose: [], derived: [] })
    expect((await outcome).remains.ending).toBeUndefined()
  })

  test('does, if what is slow is called without end', async () => {
    const { worker, outcome } = start()
    for (let time = 0; time < 2 * SLOW_MS; time += 1000) {
      worker.tell({ type: 'busy' })
      vi.advanceTimersByTime(1000)
      worker.tell({ type: 'idle', ms: 1000 })
    }
    expect((await outcome).remains.ending).toBe('stuck')
  })

  test('does not count it as the time of a test that waited for an answer', async () => {
    const { worker, outcome } = start()
    for (const id of ['1', '2', '3']) worker.tell({ type: 'idle', ms: 2000 }, red(id, 2100))
    worker.tell({ type: 'done', errors: [], loose: [], derived: [] })
    expect((await outcome).remains.tests.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
  })

  test('ends after two tests without an answer', async () => {
    const { worker, outcome } = start()
    for (const id of ['1', '2', '3']) worker.tell(red(id, 2100))
    expect((await outcome).remains.tests.map(({ state }) => state)).toEqual(['failed', 'failed', 'pending'])
  })
})
