// What there is to attack: routes, accounts and names.
import { CUENTAS } from '../../lessons/comun/cuentas.ts'

/** A route with its method: `POST /login`. */
export interface Route {
  method: string
  path: string
}

/** The routes that some attack uses. */
export const ROUTE_NAMES = [
  ...(['login', 'profile', 'admin', 'logout', 'renew', 'cookieLogin', 'cookieRenew', 'keys'] as const),
]

export type RouteName = (typeof ROUTE_NAMES)[number]

export interface RouteMap extends Partial<Record<RouteName, Route>> {
  login: Route
  /** The fields of the login: who, with which password, and where its answer has the token (`a.b` goes deeper). */
  fields: { user: string; password: string; token: string; renewal: string }
  /** Any route that asks for a token. */
  profile?: Route
  /** One that asks for a role, too. */
  admin?: Route
  logout?: Route
  /** Where a renewal token is changed for another. */
  renew?: Route
  /** Where a page of its own logs in, and renews, with cookies. */
  cookieLogin?: Route
  cookieRenew?: Route
  /** Where its public keys are. */
  keys?: Route
  /** The address of its own pages: a browser says it in `Origin`. */
  origin?: string
  account: Account
  adminAccount?: Account
  /** The claim with the role. */
  role: string
  /** The secret, for the attacks that whoever signs with it may launch. */
  secret?: string
  /** The private key that signs, in PEM (PKCS #8, P-256), for the same attacks. */
  privateKey?: string
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
export const USUAL_FIELDS = {
  user: 'email',
  password: 'password',
  token: 'access_token',
  renewal: 'refresh_token',
}

const [ana, root] = CUENTAS

/** Whose app is attacked for a lesson: the first one verifies tokens, and the app that asks for them is the second's. */
export function attackedThrough(lesson: number): number {
  return lesson === 1 ? 2 : lesson
}

/** What the app of a lesson signs with. */
export type Signer = Pick<RouteMap, 'secret' | 'privateKey'>

/** Of the app of a lesson. */
export function mapOfLesson(lesson: number, { secret, privateKey }: Signer = {}): RouteMap {
  const since = (first: number, method: string, path: string) =>
    lesson >= first ? { method, path } : undefined
  return {
    login: { method: 'POST', path: '/login' },
    fields: USUAL_FIELDS,
    // The app of the first lesson has none: whoever attacks it adds one.
    profile: { method: 'GET', path: '/perfil' },
    logout: since(5, 'POST', '/logout'),
    admin: since(6, 'GET', '/admin'),
    renew: since(9, 'POST', '/renovar'),
    cookieLogin: since(10, 'POST', '/sesion'),
    cookieRenew: since(10, 'POST', '/sesion/renovar'),
    keys: since(11, 'GET', '/.well-known/jwks.json'),
    account: { user: ana?.email ?? '', password: 'clave-ana', hash: ana?.resumen },
    adminAccount: { user: root?.email ?? '', password: 'clave-root' },
    role: 'rol',
    secret,
    // From here on it is the private key that signs.
    privateKey: lesson >= 11 ? privateKey : undefined,
  }
}
