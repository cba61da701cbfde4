import { shallowReactive } from 'vue'
import { answerOf, jwkOf, type Key, type KeySet, makeKey, publish, type Status, sign } from './key-ring.ts'
import { TEXTS } from './texts.ts'

/** In minutes: what a token lasts, and a turn of the clock. */
const LIFETIME = 60
const TURN = 10
/** As many as fit in the table. */
const TOKENS = 3
const PEOPLE = ['Ana', 'Bruno', 'Carla']

/** A service that verifies with a copy of what the API published. */
interface Service {
  name: string
  /** How old its copy may be, in minutes. */
  every: number
  /** When it got its copy, in minutes. */
  since: number
  keys: KeySet
}

export interface Token {
  who: string
  kid: string
  text: string
  exp: number
  /** Whether somebody else signed it and put the key in its header. */
  forged?: true
}

export interface Row extends Token {
  /** What the API and each service answer to it. */
  answers: readonly Status[]
}

/** The API's ring, two services with their copies, and what each answers to the last tokens. */
export class Rotation {
  readonly state = shallowReactive({
    now: 0,
    /** The first signs; all of them are published. */
    ring: [] as readonly Key[],
    /** Made, and neither published nor used. */
    next: undefined as Key | undefined,
    services: [] as readonly Service[],
    rows: [] as readonly Row[],
    trusting: false,
    news: '',
  })
  #tokens: readonly Token[] = []
  #people = 0
  #keys = 0
  #last: Promise<void>

  constructor() {
    this.#last = this.#begin()
  }

  /** Resolves when everything that was asked for is done. */
  get ready(): Promise<void> {
    return this.#last
  }

  /** The new key is published, behind the others: it does not sign yet. */
  publish(): Promise<void> {
    return this.#do(async () => {
      const { ring, next } = this.state
      if (!next) return
      this.state.ring = [...ring, next]
      this.state.next = await this.#make()
      this.#tell(TEXTS.published(next.kid))
    })
  }

  /** That key signs from now on, whoever has seen it. */
  signWith(kid: string): Promise<void> {
    return this.#do(async () => {
      const { ring, next } = this.state
      const key = [...ring, next].find((one) => one?.kid === kid)
      if (!key) return
      this.state.ring = [key, ...ring.filter((one) => one !== key)]
      if (key === next) this.state.next = await this.#make()
      this.#tell(TEXTS.signs(kid))
    })
  }

  retire(kid: string): Promise<void> {
    return this.#do(() => {
      const left = this.state.ring.filter((key) => key.kid !== kid)
      if (!left.length) return
      this.state.ring = left
      this.#tell(TEXTS.retired(kid))
    })
  }

  logIn(): Promise<void> {
    return this.#do(async () => {
      const token = await this.#issue()
      this.#tell(TEXTS.loggedIn(token.who, token.kid))
    })
  }

  /** Somebody signs with a key of their own, and brings it along. */
  forge(): Promise<void> {
    return this.#do(async () => {
      const own = await makeKey(this.state.ring[0]?.kid ?? '')
      const exp = this.state.now + LIFETIME
      const text = await sign(own, { sub: 'root', exp }, { jwk: await jwkOf(own) })
      this.#keep({ who: TEXTS.forger, kid: own.kid, text, exp, forged: true })
      this.#tell(TEXTS.forged)
    })
  }

  /** Whether the second service takes the key that a token brings. */
  trust(trusting: boolean): Promise<void> {
    return this.#do(() => {
      this.state.trusting = trusting
      this.#tell(TEXTS.trusts(trusting))
    })
  }

  /** Ten minutes go by; a service whose copy is too old gets another. */
  advance(): Promise<void> {
    return this.#do(() => {
      this.state.now += TURN
      const { now, ring, services } = this.state
      const stale = services.filter(({ since, every }) => now - since >= every)
      this.state.services = services.map((service) =>
        stale.includes(service) ? { ...service, since: now, keys: publish(ring) } : service,
      )
      this.#tell(TEXTS.advanced(stale.map(({ name }) => name)))
    })
  }

  async #begin(): Promise<void> {
    const ring = [await this.#make()]
    const keys = publish(ring)
    this.state.ring = ring
    this.state.next = await this.#make()
    this.state.services = [
      { name: 'pedidos', every: TURN, since: 0, keys },
      { name: 'envíos', every: 2 * TURN, since: 0, keys },
    ]
    await this.#issue()
    await this.#ask()
  }

  #make(): Promise<Key> {
    this.#keys += 1
    return makeKey(`k${this.#keys}`)
  }

  async #issue(): Promise<Token> {
    const [key] = this.state.ring as [Key]
    const who = PEOPLE[this.#people++ % PEOPLE.length] as string
    const exp = this.state.now + LIFETIME
    const token = { who, kid: key.kid, text: await sign(key, { sub: who, exp }), exp }
    this.#keep(token)
    return token
  }

  #keep(token: Token): void {
    this.#tokens = [...this.#tokens, token].slice(-TOKENS)
  }

  async #ask(): Promise<void> {
    const { now, ring, services, trusting } = this.state
    const [orders, shipping] = services.map(({ keys }) => keys)
    const places = [{ keys: publish(ring) }, { keys: orders }, { keys: shipping, trusting }]
    this.state.rows = await Promise.all(
      this.#tokens.map(async (token) => ({
        ...token,
        answers: await Promise.all(
          places.map(({ keys, trusting }) => answerOf(token.text, keys ?? new Map(), now, trusting)),
        ),
      })),
    )
  }

  /** One at a time, in the order of the clicks. */
  #do(action: () => void | Promise<void>): Promise<void> {
    this.#last = this.#last.then(async () => {
      await action()
      await this.#ask()
      const cut = this.state.rows.filter(({ forged, answers }) => !forged && answers.includes(422))
      const entered = this.state.rows.some(({ forged, answers }) => forged && answers.includes(200))
      this.state.news += ` ${TEXTS.outcome(
        cut.map(({ who }) => who),
        entered,
      )}`
    })
    return this.#last
  }

  #tell(news: string): void {
    this.state.news = news
  }
}
