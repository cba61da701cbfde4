// The server of lesson 9 without signatures: a renewal token is its number.

/** What an access token lasts, in seconds. */
export const ACCESS = 300
/** What a session lasts from when it is opened, in seconds. */
export const SESSION = 8 * 60 * 60

/** What the reader may turn on and off. As they start, they are those of the lesson. */
export interface Rules {
  /** Each renewal gives the next number. */
  rotates: boolean
  /** A number that was used already closes the session. */
  closesOnReuse: boolean
  /** Each renewal makes the session last longer. */
  slides: boolean
  /** For how long the number that was just used gets its successor again, in seconds. */
  margin: number
}

export const LESSON_RULES: Rules = { rotates: true, closesOnReuse: true, slides: false, margin: 10 }

export interface Session {
  number: number
  /** When its last token was given and when it ends, in seconds. */
  renewed: number
  expires: number
  /** Why there is no session any more, if there is none. */
  closed: boolean
}

export interface Server {
  rules: Rules
  /** The server's clock, in seconds. */
  now: number
  session?: Session
}

/** What somebody got: a renewal token and an access token that stops being accepted at that second. */
export interface Tokens {
  number: number
  accessUntil: number
}

export interface Answer {
  status: 200 | 401
  body: object
}

/** What `POST /login` does: a session that goes by its first number. */
export function logIn({ now }: Server): { session: Session; tokens: Tokens } {
  const session = { number: 1, renewed: now, expires: now + SESSION, closed: false }
  return { session, tokens: tokensOf(session, now) }
}

/** What `POST /renovar` answers to that number, the session after it and the tokens it gives, if any. */
export function renew(server: Server, number: number): Answer & { session?: Session; tokens?: Tokens } {
  const { session, now, rules } = server
  if (!session || session.closed || session.expires <= now) return { ...REFUSED, session }
  if (number === session.number) return give(advance(session, rules, now), now)
  const justUsed = number + 1 === session.number && now - session.renewed <= rules.margin
  if (justUsed) return give(session, now)
  return { ...REFUSED, session: { ...session, closed: rules.closesOnReuse } }
}

/** What `GET /perfil` answers: access tokens are not looked up, they only expire. */
export function visit({ now }: Server, tokens?: Tokens): Answer {
  if (!tokens) return refuse('Token faltante')
  if (tokens.accessUntil <= now) return refuse('Token expirado')
  return { status: 200, body: { id: '1' } }
}

function advance(session: Session, { rotates, slides }: Rules, now: number): Session {
  return {
    ...session,
    number: session.number + Number(rotates),
    renewed: now,
    expires: slides ? now + SESSION : session.expires,
  }
}

function give(session: Session, now: number) {
  const tokens = tokensOf(session, now)
  const body = { access_token: '…', refresh_token: `número ${tokens.number}` }
  return { status: 200 as const, body, session, tokens }
}

function tokensOf({ number }: Session, now: number): Tokens {
  return { number, accessUntil: now + ACCESS }
}

const refuse = (error: string): Answer => ({ status: 401, body: { error } })
const REFUSED = refuse('Renovación rechazada')
