import type { Condition } from '../curriculum/imports.ts'
import { type AppNews, AppServer } from './app-server.ts'
import { type ServerState, STARTING } from './state.ts'

/** How long the server waits for another save before it starts again, in milliseconds. */
const REST_MS = 300
const OUTPUT_LINES = 4

/** Keeps the learner's server up with what they last saved, and tells how it is. */
export class ServerKeeper {
  readonly #app: AppServer
  readonly #onState: (state: ServerState) => void
  readonly #onToken: (token: string) => void
  #state = STARTING
  #restart?: NodeJS.Timeout

  constructor(
    slug: string,
    condition: Condition | undefined,
    onState: (state: ServerState) => void,
    onToken: (token: string) => void,
  ) {
    this.#app = new AppServer(slug, condition, (news) => this.#hear(news))
    this.#onState = onState
    this.#onToken = onToken
  }

  /** Starts the server anew once saves pause: its start would take the processor from the tests. */
  renew(): void {
    this.rest()
    this.#restart = setTimeout(() => {
      this.#set({ kind: 'starting', output: [] })
      void this.#app.restart()
    }, REST_MS)
  }

  /** Puts off a start that was due. */
  rest(): void {
    clearTimeout(this.#restart)
  }

  /** Stops the server until there is something that can run. */
  async wait(): Promise<void> {
    this.rest()
    this.#set({ kind: 'waiting' })
    await this.#app.stop()
  }

  async close(): Promise<void> {
    this.rest()
    await this.#app.close()
  }

  #hear(news: AppNews): void {
    if (news.kind === 'token') this.#onToken(news.token)
    else if (news.kind === 'ready') this.#set({ kind: 'ready', addresses: news.addresses, ca: news.ca })
    else if (news.kind === 'failed') this.#set({ kind: 'failed', reason: news.reason })
    else this.#add(news.lines.slice(-OUTPUT_LINES))
  }

  /** In two steps: what a log has not shown yet is what is longer than before. */
  #add(lines: string[]): void {
    const { output } = this.#state
    const kept = output.slice(Math.max(0, output.length + lines.length - OUTPUT_LINES))
    this.#set({ output: kept })
    this.#set({ output: [...kept, ...lines] })
  }

  #set(part: Partial<ServerState>): void {
    this.#state = { ...this.#state, ...part }
    this.#onState(this.#state)
  }
}
