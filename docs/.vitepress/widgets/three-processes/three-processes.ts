import { shallowReactive } from 'vue'

export const PROCESSES = ['A', 'B', 'C'] as const
export type Process = (typeof PROCESSES)[number]

/** Where the list of revoked tokens is. */
export type Kept = 'each' | 'redis'
/** How Redis is: it answers, it keeps its connections and says nothing, or nobody listens there. */
export type Health = 'answers' | 'hung' | 'dead'
export type Action = 'use' | 'logout'

/** What a process said: its status, and the milliseconds that it waited for Redis. */
export interface Answer {
  process: Process
  action: Action
  status: 200 | 401 | 503
  waited: number
}

/** What `exigirRespuesta` waits, in milliseconds. */
export const DEADLINE = 500

const blank = () => ({ own: [] as readonly Process[], shared: false, saved: false })

/** Three processes that serve Ana's token, and what remembers that it was revoked. It imitates; nothing is sent. */
export class ThreeProcesses {
  readonly state = shallowReactive({
    kept: 'each' as Kept,
    health: 'answers' as Health,
    persistent: false,
    /** In the order in which they were given. */
    answers: [] as readonly Answer[],
    ...blank(),
  })

  /** Another token, which nobody has revoked, and the processes as they begin. */
  begin(kept: Kept = this.state.kept): void {
    Object.assign(this.state, blank(), { kept, health: 'answers', answers: [] })
  }

  /** Asks a process to use or to revoke the token, and gives what it answers. */
  ask(process: Process, action: Action): Answer {
    const { kept, health } = this.state
    const unknown = kept === 'redis' && health !== 'answers'
    const waited = unknown && health === 'hung' ? DEADLINE : 0
    const status = unknown ? 503 : this.#isRevoked(process) ? 401 : 200
    const answer: Answer = { process, action, status, waited }
    if (action === 'logout' && status === 200) this.#revoke(process)
    this.state.answers = [...this.state.answers, answer]
    return answer
  }

  /** Redis dies and starts again: it knows what it had on its disk. */
  restartRedis(): void {
    this.state.shared = this.state.saved
    this.state.health = 'answers'
  }

  /** A process starts again: its memory is empty. */
  restart(process: Process): void {
    this.state.own = this.state.own.filter((other) => other !== process)
  }

  #isRevoked(process: Process): boolean {
    return this.state.kept === 'redis' ? this.state.shared : this.state.own.includes(process)
  }

  #revoke(process: Process): void {
    if (this.state.kept === 'each') this.state.own = [...this.state.own, process]
    else {
      this.state.shared = true
      this.state.saved = this.state.persistent
    }
  }
}
