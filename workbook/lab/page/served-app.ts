import type { News } from '../protocol.ts'
import type { AppAnswer, AppRequest, ServeOrder } from '../serve-protocol.ts'
import { SLOW_MS } from './run.ts'
import { bootWorker, type Spare } from './spare.ts'

/** Far more than any answer or start needs. In milliseconds. */
const PATIENCE_MS = 4000
const PONG_MS = 1000

/**
 * Why there is no answer. `unserved`: the app does not start. `silent`: nobody answered. `stuck`: the code
 * does not come back from a loop. `refused`: the request itself could not be sent.
 */
export type Silence = 'unserved' | 'silent' | 'stuck' | 'refused'

export type AppReply = { answer: AppAnswer } | { silence: Silence; message?: string }

/** The learner's app in a Worker of its own, which remembers its users and sessions until it is closed. */
export class ServedApp {
  readonly #spare: Spare
  readonly #started: Promise<AppReply | undefined>
  #last: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(workerUrl: string, order: ServeOrder) {
    this.#spare = bootWorker(workerUrl)
    this.#started = this.#start(order)
  }

  /** Whether it can still answer: an app that got stuck was stopped. */
  get closed(): boolean {
    return this.#closed
  }

  /** Sends a request, after those before. Rejects only if there is no Worker. */
  send(request: AppRequest): Promise<AppReply> {
    const reply = this.#last.then(() => this.#send(request))
    this.#last = reply.catch(() => {})
    return reply
  }

  close(): void {
    this.#closed = true
    this.#spare.worker.terminate()
  }

  async #start(order: ServeOrder): Promise<AppReply | undefined> {
    await this.#spare.ready
    this.#spare.worker.postMessage(order)
    const news = await this.#hear(['serving', 'unserved'], PATIENCE_MS)
    if (news?.type === 'serving') return undefined
    this.close()
    return { silence: 'unserved', message: news?.type === 'unserved' ? news.message : undefined }
  }

  async #send(request: AppRequest): Promise<AppReply> {
    const failed = await this.#started
    if (failed) return failed
    this.#spare.worker.postMessage({ type: 'request', request })
    const news = await this.#hear(['answered', 'unanswered'], PATIENCE_MS)
    if (news?.type === 'answered') return { answer: news.answer }
    if (news?.type === 'unanswered') return { silence: 'refused', message: news.message }
    this.#spare.worker.postMessage({ type: 'ping' })
    const alive = await this.#hear(['pong'], PONG_MS)
    this.close()
    return { silence: alive ? 'silent' : 'stuck' }
  }

  /** What is slow of ours does not count: it cannot answer meanwhile. */
  #hear(types: readonly News['type'][], patience: number): Promise<News | undefined> {
    const { worker } = this.#spare
    return new Promise((resolve) => {
      let timer = setTimeout(resolve, patience)
      worker.onmessage = ({ data }: MessageEvent<News>) => {
        const isSlow = data.type === 'busy' || data.type === 'idle'
        if (!isSlow && !types.includes(data.type)) return
        clearTimeout(timer)
        if (isSlow) timer = setTimeout(resolve, data.type === 'busy' ? SLOW_MS : patience)
        else resolve(data)
      }
    })
  }
}
