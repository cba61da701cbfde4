import { shallowReactive } from 'vue'
import { randomSecret } from '../common/jwt.ts'
import {
  type Answer,
  isLive,
  issue,
  logOut,
  type Noted,
  type Server,
  type Session,
  visit,
} from './session-console.ts'
import { TEXTS } from './texts.ts'

export type Device = 'laptop' | 'phone'

export interface Line {
  /** When it happened, in seconds of the server's clock. */
  at: number
  text: string
  /** What the server answered, if it was asked something. */
  answer?: Answer
}

type IssuedSession = Session & { device: Device }

/** When the clock of the console starts, in seconds: ten o'clock. */
const START = Date.UTC(2026, 0, 1, 10) / 1000

/** A server that begins: nobody has a token and nothing happened. */
const blank = () => ({
  notebook: new Map() as Server['notebook'],
  now: START,
  issued: [] as readonly IssuedSession[],
  copied: [] as readonly string[],
  log: [] as readonly Line[],
})

/** A server with its clock, Ana's two devices and an intruder who reads what the server remembers. */
export class Sessions {
  readonly state = shallowReactive({ secret: randomSecret(), noted: 'jti' as Noted, ...blank() })
  #last = Promise.resolve()

  /** The tokens that are accepted now. */
  live(): readonly IssuedSession[] {
    return this.state.issued.filter((session) => isLive(this.state, session))
  }

  /** Another server, whose notebook keeps something else. */
  begin(noted: Noted): Promise<void> {
    return this.#queue(() => {
      Object.assign(this.state, blank(), { noted })
      this.#write(TEXTS.began(noted))
    })
  }

  advance(seconds: number): Promise<void> {
    return this.#queue(() => {
      this.state.now += seconds
      this.#write(TEXTS.advanced(this.live().length, this.state.notebook.size))
    })
  }

  /** What is in memory is lost; the secret comes from the environment and stays. */
  restart(): Promise<void> {
    return this.#queue(() => {
      this.state.notebook = new Map()
      this.#write(TEXTS.restarted(this.live().length))
    })
  }

  start(device: Device): Promise<void> {
    return this.#queue(async () => {
      const session = await issue(this.state)
      this.state.issued = [...this.state.issued, { ...session, device }]
      const body = { access_token: `${session.token.slice(0, 10)}…` }
      this.#write(TEXTS.asked(device, 'POST /login'), { status: 200, body })
    })
  }

  use(device: Device): Promise<void> {
    return this.#queue(async () => {
      const answer = await visit(this.state, this.#tokenOf(device))
      this.#write(TEXTS.asked(device, 'GET /perfil'), answer)
    })
  }

  close(device: Device): Promise<void> {
    return this.#queue(async () => {
      const { notebook, ...answer } = await logOut(this.state, this.#tokenOf(device))
      this.state.notebook = notebook
      this.#write(TEXTS.asked(device, 'POST /logout'), answer)
    })
  }

  copyNotebook(): Promise<void> {
    return this.#queue(() => {
      this.state.copied = [...this.state.notebook.keys()]
      this.#write(TEXTS.copied(this.state.copied.length))
    })
  }

  presentCopies(): Promise<void> {
    return this.#queue(async () => {
      for (const copy of this.state.copied) {
        this.#write(TEXTS.askedByIntruder, await visit(this.state, copy))
      }
    })
  }

  /** One at a time, in the order of the clicks: no request overtakes an earlier one. */
  #queue(action: () => void | Promise<void>): Promise<void> {
    this.#last = this.#last.then(action)
    return this.#last
  }

  #write(text: string, answer?: Answer): void {
    this.state.log = [...this.state.log, { at: this.state.now, text, answer }]
  }

  /** The last one that the device got: it keeps its text when the session is closed. */
  #tokenOf(device: Device): string | undefined {
    return this.state.issued.findLast((session) => session.device === device)?.token
  }
}
