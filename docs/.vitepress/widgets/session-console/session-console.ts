import { readPart, signHs256, verifyHs256 } from '../common/jwt.ts'

/** What a token lasts, in seconds: an hour, as in the lessons. */
export const LIFETIME = 3600

/** What the notebook remembers of a revoked token: its `jti`, as in the lesson, or all of it. */
export type Noted = 'jti' | 'token'

/** What is remembered of each revoked token, and its `exp` in seconds. */
export type Notebook = ReadonlyMap<string, number>

export interface Server {
  secret: string
  noted: Noted
  notebook: Notebook
  /** The server's clock, in seconds. */
  now: number
}

export interface Session {
  token: string
  jti: string
  /** From when on the token is refused by itself, in seconds. */
  exp: number
}

export interface Answer {
  status: 200 | 401 | 422
  body: object
}

/** What `POST /login` gives Ana: a signed token with a `jti` of its own (RFC 7519 §4.1.7). */
export async function issue({ secret, now }: Server): Promise<Session> {
  const jti = crypto.randomUUID()
  const exp = now + LIFETIME
  return { token: await signHs256({ sub: '1', iat: now, exp, jti }, secret), jti, exp }
}

/** What `GET /perfil` answers: signature and expiration come first, the notebook last. */
export async function visit(server: Server, token?: string): Promise<Answer> {
  if (token === undefined) return refuse(401, 'Token faltante')
  if (!(await verifyHs256(token, server.secret))) return refuse(422, 'Token inválido')
  const session = readSession(token)
  if (session.exp <= server.now) return refuse(401, 'Token expirado')
  if (server.notebook.has(keyOf(server.noted, session))) return refuse(401, 'Token revocado')
  return { status: 200, body: { id: '1' } }
}

/** What `POST /logout` answers, and the notebook after it. Only an accepted token closes its session. */
export async function logOut(server: Server, token?: string): Promise<Answer & { notebook: Notebook }> {
  const answer = await visit(server, token)
  if (token === undefined || answer.status !== 200) return { ...answer, notebook: server.notebook }
  return { status: 200, body: { mensaje: 'Sesión cerrada' }, notebook: revoke(server, readSession(token)) }
}

/** Whether a token that this server signed is accepted now. */
export function isLive({ noted, notebook, now }: Server, session: Session): boolean {
  return session.exp > now && !notebook.has(keyOf(noted, session))
}

/** The notebook without what has expired, as lesson 5 cleans it, and with this token. */
function revoke({ noted, notebook, now }: Server, session: Session): Notebook {
  const remembered = [...notebook].filter(([, exp]) => exp > now)
  return new Map([...remembered, [keyOf(noted, session), session.exp]])
}

/** Reads a token whose signature was verified: only `issue` writes them. */
function readSession(token: string): Session {
  const { jti, exp } = readPart(token.split('.')[1] ?? '') as { jti: string; exp: number }
  return { token, jti, exp }
}

function keyOf(noted: Noted, { jti, token }: Session): string {
  return noted === 'jti' ? jti : token
}

function refuse(status: 401 | 422, error: string): Answer {
  return { status, body: { error } }
}
