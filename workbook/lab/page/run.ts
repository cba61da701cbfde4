import { type Ending, hadNoAnswer } from '../../verdict/explain/ending.ts'
import { TIMEOUTS_ALLOWED } from '../../verdict/explain/limits.mjs'
import type { Derived } from '../node/scrypt.ts'
import type { News, RunOrder, SceneOrder } from '../protocol.ts'
import { noRemains, type Remains } from './remains.ts'
import { type Impatience, Watch } from './watch.ts'

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
  readonly #watch: Watch
  #resolve!: (outcome: Outcome) => void
  #slow = 0
  #unanswered = 0
  #done = 0

  constructor(
    worker: Worker,
    order: RunOrder | SceneOrder,
    onTest: (done: number, all: number) => void,
    busier?: () => number,
  ) {
    this.#worker = worker
    this.#onTest = onTest
    this.outcome = new Promise((resolve) => {
      this.#resolve = resolve
    })
    worker.onmessage = ({ data }: MessageEvent<News>) => this.#hear(data)
    worker.onerror = (event) => {
      event.preventDefault()
      this.#remains.died = true
      this.#finish()
    }
    this.#watch = new Watch(worker, { busier, onEnd: (why) => this.#lose(why) })
    worker.postMessage(order)
  }

  #lose({ type, place }: Impatience): void {
    this.#remains.place = place
    if (type === 'stuck') this.#stop('stuck')
    else this.#stop(this.#remains.tests.length ? 'stalled' : 'hang')
  }

  #stop(ending: Ending | 'stuck'): void {
    this.#remains.ending = ending
    this.#finish()
  }

  #finish(derived: readonly Derived[] = []): void {
    this.#watch.stop()
    // What it said before it heard of its end.
    this.#worker.onmessage = null
    this.#worker.terminate()
    this.#resolve({ remains: this.#remains, derived })
  }

  #hear(news: News): void {
    const remains = this.#remains
    this.#watch.hear(news)
    if (news.type === 'idle') this.#slow += news.ms
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

  #collect({ tests }: Extract<News, { type: 'collected' }>): void {
    this.#watch.progress()
    this.#remains.tests = tests.map((test) => ({ ...test, state: 'pending', errors: [] }))
  }

  #take({ id, state, errors, duration }: Extract<News, { type: 'tested' }>): void {
    this.#watch.progress()
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
