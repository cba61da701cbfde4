// What there is to attack: routes, accounts and names.
import { CUENTAS } from '../../lessons/comun/cuentas.ts'

/** A route with its method: `POST /login`. */
export interface Route {
  method: string
  path: string
}

export interface RouteMap {
  login: Route
  /** The fields of the login: who, with which password, and where its answer has the token (`a.b` goes deeper). */
  fields: { user: string; password: string; token: string }
  /** Any route that asks for a token. */
  profile?: Route
  /** One that asks for a role, too. */
  admin?: Route
  logout?: Route
  account: Account
  adminAccount?: Account
  /** The claim with the role. */
  role: string
  /** The secret, for the attacks that whoever signs with it may launch. */
  secret?: string
  /** The public key that verifies, in PEM, if there is one. */
  publicKey?: string
}

export interface Account {
  user: string
  password: string
  /** What is kept of its password, if that leaked. */
  hash?: string
}

/** As the workbook calls them, and most APIs. */
export const USUAL_FIELDS = { user: 'email', password: 'password', token: 'access_token' }

const [ana, root] = CUENTAS

/** Whose app is attacked for a lesson: the first one verifies tokens, and the app that asks for them is the second's. */
export function attackedThrough(lesson: number): number {
  return lesson === 1 ? 2 : lesson
}

/** Of the app of a lesson; `secret` is what it signs with. */
export function mapOfLesson(lesson: number, secret?: string): RouteMap {
  const since = (first: number, method: string, path: string) =>
    lesson >= first ? { method, path } : undefined
  return {
    login: { method: 'POST', path: '/login' },
    fields: USUAL_FIELDS,
    // The app of the first lesson has none: whoever attacks it adds one.
    profile: { method: 'GET', path: '/perfil' },
    logout: since(5, 'POST', '/logout'),
    admin: since(6, 'GET', '/admin'),
    account: { user: ana?.email ?? '', password: 'clave-ana', hash: ana?.resumen },
    adminAccount: { user: root?.email ?? '', password: 'clave-root' },
    role: 'rol',
    secret,
  }
}
