import { type Ending, hadNoAnswer } from '../../verdict/explain/ending.ts'
import { SILENCE_MS, TIMEOUTS_ALLOWED } from '../../verdict/explain/limits.mjs'
import { patience } from '../contention.ts'
import type { Derived } from '../node/scrypt.ts'
import type { News, RunOrder, SceneOrder } from '../protocol.ts'
import { noRemains, type Remains } from './remains.ts'

const PING_MS = 250
/**
 * How many pings without an answer count as an endless loop: 4 s, also where the machine is busy. Nothing right takes
 * so long without a break, and what grows without end would have all the memory before it were stopped.
 */
const STUCK_PINGS = 16
/** How long what is slow of ours may take without a break: far more than any password needs. In milliseconds. */
export const SLOW_MS = 30_000

interface Outcome {
  remains: Remains
  derived: readonly Derived[]
}

/** One run in a Worker that is ready, from the order to its end, whatever its end is. */
export class Run {
  readonly outcome: Promise<Outcome>
  readonly #worker: Worker
  readonly #onTest: (done: number, all: number) => void
  readonly #remains = noRemains()
  readonly #timer: ReturnType<typeof setInterval>
  #resolve!: (outcome: Outcome) => void
  #missed = 0
  #answered = performance.now()
  #isBusy = false
  #slow = 0
  #heard = performance.now()
  #unanswered = 0
  #done = 0
  readonly #busier: () => number
  /** How many times longer than usual it waits, once it has had to ask. */
  #patience: number | undefined

  /** `busier` says how many times longer than usual to wait on this machine now. */
  constructor(
    worker: Worker,
    order: RunOrder | SceneOrder,
    onTest: (done: number, all: number) => void,
    busier: () => number = patience,
  ) {
    this.#worker = worker
    this.#onTest = onTest
    this.#busier = busier
    this.outcome = new Promise((resolve) => {
      this.#resolve = resolve
    })
    worker.onmessage = ({ data }: MessageEvent<News>) => this.#hear(data)
    worker.onerror = (event) => {
      event.preventDefault()
      this.#remains.died = true
      this.#finish()
    }
    this.#timer = setInterval(() => this.#check(), PING_MS)
    worker.postMessage(order)
  }

  #check(): void {
    const now = performance.now()
    if (this.#isBusy && now - this.#answered < SLOW_MS) {
      this.#missed = 0
      this.#heard = now
    }
    if (++this.#missed > STUCK_PINGS) return this.#stop('stuck')
    if (this.#isSilent(now)) return this.#stop(this.#remains.tests.length ? 'stalled' : 'hang')
    this.#worker.postMessage({ type: 'ping' })
  }

  /** On a machine with other things to do a clock accuses nobody. */
  #isSilent(now: number): boolean {
    const silence = now - this.#heard
    if (silence <= SILENCE_MS) return false
    this.#patience ??= this.#busier()
    return silence > SILENCE_MS * this.#patience
  }

  #stop(ending: Ending | 'stuck'): void {
    this.#remains.ending = ending
    this.#finish()
  }

  #finish(derived: readonly Derived[] = []): void {
    clearInterval(this.#timer)
    this.#worker.terminate()
    this.#resolve({ remains: this.#remains, derived })
  }

  #hear(news: News): void {
    const remains = this.#remains
    if (news.type === 'pong') this.#answer()
    if (news.type === 'busy') this.#isBusy = true
    if (news.type === 'idle') this.#rest(news)
    if (news.type === 'patience') this.#patience = news.times
    if (news.type === 'collected') this.#collect(news)
    if (news.type === 'tested') this.#take(news)
    if (news.type === 'console') this.#write(news)
    if (news.type === 'mishap') remains.mishaps.push(news.mishap)
    if (news.type === 'syntax') remains.syntax = news
    if (news.type === 'flood') this.#stop('flood')
    if (news.type === 'done') {
      Object.assign(remains, { errors: news.errors, loose: news.loose })
      this.#finish(news.derived)
    }
  }

  #answer(): void {
    this.#missed = 0
    this.#answered = performance.now()
  }

  #rest({ ms }: Extract<News, { type: 'idle' }>): void {
    this.#isBusy = false
    this.#slow += ms
  }

  #collect({ tests }: Extract<News, { type: 'collected' }>): void {
    this.#heard = performance.now()
    this.#remains.tests = tests.map((test) => ({ ...test, state: 'pending', errors: [] }))
  }

  #take({ id, state, errors, duration }: Extract<News, { type: 'tested' }>): void {
    this.#heard = performance.now()
    const { tests } = this.#remains
    const test = tests.find((test) => test.id === id)
    if (test) Object.assign(test, { state, errors })
    this.#onTest(++this.#done, tests.length)
    const own = duration - this.#slow
    this.#slow = 0
    if (!hadNoAnswer(errors, own)) return
    // The rest would only repeat it, slowly.
    if (++this.#unanswered === TIMEOUTS_ALLOWED) this.#finish()
  }

  #write({ test = '', text, own }: Extract<News, { type: 'console' }>): void {
    const { console, printed } = this.#remains
    for (const written of own ? [console, printed] : [console]) {
      written.set(test, (written.get(test) ?? '') + text)
    }
  }
}
