import { shallowReactive } from 'vue'
import { TEXTS } from './texts.ts'
import {
  type Answer,
  LESSON_RULES,
  logIn,
  type Rules,
  renew,
  type Session,
  type Tokens,
  visit,
} from './two-keys.ts'

export type Person = 'ana' | 'intruder'

export interface Line {
  /** When it happened, in seconds of the server's clock. */
  at: number
  text: string
  /** What the server answered, if it was asked something. */
  answer?: Answer
}

/** When the clock starts, in seconds: nine o'clock. */
const START = Date.UTC(2026, 0, 1, 9) / 1000

/** A server that begins: nobody has a token and nothing happened. */
const blank = () => ({
  now: START,
  session: undefined as Session | undefined,
  ana: undefined as Tokens | undefined,
  intruder: undefined as Tokens | undefined,
  log: [] as readonly Line[],
})

/** Ana, whoever copies her renewal token, and the server that cannot tell them apart. */
export class Theft {
  readonly state = shallowReactive({ rules: LESSON_RULES as Rules, ...blank() })

  /** Another server, with other rules. */
  begin(rules: Rules): void {
    Object.assign(this.state, blank(), { rules })
    this.#write(TEXTS.began(rules))
  }

  pass(seconds: number, text: string): void {
    this.state.now += seconds
    this.#write(TEXTS.advanced(text))
  }

  logIn(): void {
    const { session, tokens } = logIn(this.state)
    Object.assign(this.state, { session, ana: tokens })
    this.#write(TEXTS.asked('ana', 'POST /login'), { status: 200, body: { refresh_token: 'número 1' } })
  }

  /** The intruder gets the renewal token only: what it gives access to has still to be asked for. */
  copy(): void {
    const { ana, now } = this.state
    if (!ana) return
    this.state.intruder = { number: ana.number, accessUntil: now }
    this.#write(TEXTS.copied(ana.number))
  }

  renew(person: Person): void {
    const held = this.state[person]?.number
    const { session, tokens, ...answer } = renew(this.state, held ?? 0)
    const asked = TEXTS.asked(person, TEXTS.renewing(held))
    if (held === undefined) return this.#write(asked, { status: 401, body: { error: 'Token faltante' } })
    this.state.session = session
    if (tokens) this.state[person] = tokens
    this.#write(asked, answer)
  }

  visit(person: Person): void {
    this.#write(TEXTS.asked(person, 'GET /perfil'), visit(this.state, this.state[person]))
  }

  #write(text: string, answer?: Answer): void {
    this.state.log = [...this.state.log, { at: this.state.now, text, answer }]
  }
}
