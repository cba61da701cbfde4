import { shownOf } from '../../verdict/printed.ts'
import { patience } from '../contention.ts'
import type { News, SentError } from '../protocol.ts'
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

type Reply = { answer: AppAnswer; thrown?: SentError } | { silence: Silence; message?: string }

/** With what the app wrote to the console since the reply before. */
export type AppReply = Reply & { printed?: string }

/** The learner's app in a Worker of its own, which remembers its users and sessions until it is closed. */
export class ServedApp {
  readonly #spare: Spare
  readonly #started: Promise<Reply | undefined>
  #last: Promise<unknown> = Promise.resolve()
  #closed = false
  #printed = ''

  constructor(workerUrl: string, order: ServeOrder) {
    this.#spare = bootWorker(workerUrl)
    this.#spare.worker.addEventListener('message', ({ data }: MessageEvent<News>) => {
      if (data.type === 'console' && data.own) this.#printed += data.text
    })
    this.#started = this.#start(order)
  }

  /** Whether it can still answer: an app that got stuck was stopped. */
  get closed(): boolean {
    return this.#closed
  }

  /** Sends a request, after those before. Rejects only if there is no Worker. */
  send(request: AppRequest): Promise<AppReply> {
    const reply = this.#last.then(async () => ({
      ...(await this.#send(request)),
      printed: this.#takePrinted(),
    }))
    this.#last = reply.catch(() => {})
    return reply
  }

  close(): void {
    this.#closed = true
    this.#spare.worker.terminate()
  }

  #takePrinted(): string | undefined {
    const printed = shownOf(this.#printed)
    this.#printed = ''
    return printed
  }

  async #start(order: ServeOrder): Promise<Reply | undefined> {
    await this.#spare.ready
    this.#spare.worker.postMessage(order)
    const news = await this.#hearPatiently(['serving', 'unserved'])
    if (news?.type === 'serving') return undefined
    this.close()
    return { silence: 'unserved', message: news?.type === 'unserved' ? news.message : undefined }
  }

  async #send(request: AppRequest): Promise<Reply> {
    const failed = await this.#started
    if (failed) return failed
    this.#spare.worker.postMessage({ type: 'request', request })
    const news = await this.#hearPatiently(['answered', 'unanswered'])
    if (news?.type === 'answered') return { answer: news.answer, thrown: news.thrown }
    if (news?.type === 'unanswered') return { silence: 'refused', message: news.message }
    this.#spare.worker.postMessage({ type: 'ping' })
    const alive = await this.#hear(['pong'], PONG_MS)
    this.close()
    return { silence: alive ? 'silent' : 'stuck' }
  }

  /** A clock accuses nobody on a machine with other things to do: who can still be spoken to has more time. */
  async #hearPatiently(types: readonly News['type'][]): Promise<News | undefined> {
    const news = await this.#hear(types, PATIENCE_MS)
    const more = news ? 0 : PATIENCE_MS * (patience() - 1)
    if (!more) return news
    this.#spare.worker.postMessage({ type: 'ping' })
    const sign = await this.#hear(['pong', ...types], PONG_MS)
    return sign?.type === 'pong' ? this.#hear(types, more) : sign
  }

  /** What is slow of ours does not count: it cannot answer meanwhile. */
  #hear(types: readonly News['type'][], ms: number): Promise<News | undefined> {
    const { worker } = this.#spare
    return new Promise((resolve) => {
      let timer = setTimeout(resolve, ms)
      worker.onmessage = ({ data }: MessageEvent<News>) => {
        const isSlow = data.type === 'busy' || data.type === 'idle'
        if (!isSlow && !types.includes(data.type)) return
        clearTimeout(timer)
        if (isSlow) timer = setTimeout(resolve, data.type === 'busy' ? SLOW_MS : ms)
        else resolve(data)
      }
    })
  }
}
