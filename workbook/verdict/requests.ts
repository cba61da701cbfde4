/** A request that the session can send to the learner's server. */
export interface ReadyRequest {
  label: string
  method: 'GET' | 'POST'
  path: string
  /** JSON to send; a text goes as it is. */
  body?: object | string
  /** Whether it carries the last token that the server gave, as it is or altered. */
  token?: 'last' | 'altered'
  /** The first lesson whose app has that route. */
  since: number
}

const ANA = { email: 'ana@example.com', password: 'clave-ana' }
const ROOT_ACCOUNT = { email: 'root@example.com', password: 'clave-root' }

const REQUESTS: readonly ReadyRequest[] = [
  { label: 'iniciar sesión como Ana', method: 'POST', path: '/login', body: ANA, since: 1 },
  { label: 'iniciar sesión como root', method: 'POST', path: '/login', body: ROOT_ACCOUNT, since: 1 },
  { label: 'sin token', method: 'GET', path: '/perfil', since: 2 },
  { label: 'con tu último token', method: 'GET', path: '/perfil', token: 'last', since: 2 },
  { label: 'con ese token alterado', method: 'GET', path: '/perfil', token: 'altered', since: 2 },
  { label: 'con un JSON mal formado', method: 'POST', path: '/login', body: '{"email":', since: 4 },
  { label: 'con tu último token', method: 'POST', path: '/logout', token: 'last', since: 5 },
  { label: 'con tu último token', method: 'GET', path: '/admin', token: 'last', since: 6 },
]

/** Those that make sense in a lesson. */
export function requestsFor(lesson: number): ReadyRequest[] {
  return REQUESTS.filter(({ since }) => since <= lesson)
}
