import { shownOf } from '../../verdict/printed.ts'
import type { News, SentError } from '../protocol.ts'
import type { AppAnswer, AppRequest, RequestOrder, ServeNews, ServeOrder } from '../serve-protocol.ts'
import { bootWorker, type Spare } from './spare.ts'
import { type Impatience, Watch } from './watch.ts'

/** Far more than any answer or start needs. In milliseconds. */
const SILENCE_MS = 4000

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
    const reply = await this.#ask(order, ['serving', 'unserved'])
    if (reply.type === 'serving') return undefined
    this.close()
    return { silence: 'unserved', message: reply.type === 'unserved' ? reply.message : undefined }
  }

  async #send(request: AppRequest): Promise<Reply> {
    const failed = await this.#started
    if (failed) return failed
    const order = { type: 'request', request } as const
    const reply = await this.#ask(order, ['answered', 'unanswered'])
    if (reply.type === 'answered') return { answer: reply.answer, thrown: reply.thrown }
    if (reply.type === 'unanswered') return { silence: 'refused', message: reply.message }
    this.close()
    return { silence: reply.type }
  }

  /** What the Worker says of an order, or why nobody waits for it any longer. */
  #ask<Type extends ServeNews['type']>(
    order: ServeOrder | RequestOrder,
    types: readonly Type[],
  ): Promise<Extract<ServeNews, { type: Type }> | Impatience> {
    const { worker } = this.#spare
    const isExpected = (news: News): news is Extract<ServeNews, { type: Type }> =>
      (types as readonly string[]).includes(news.type)
    return new Promise((resolve) => {
      const watch = new Watch(worker, { silence: SILENCE_MS, onEnd: resolve })
      worker.onmessage = ({ data }: MessageEvent<News>) => {
        watch.hear(data)
        if (!isExpected(data)) return
        watch.stop()
        resolve(data)
      }
      worker.postMessage(order)
    })
  }
}
