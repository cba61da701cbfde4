import type { Request, Response } from 'express'
import type { ErrorHttp } from '../../../../lessons/comun/errores.ts'
import { aceptarCookie, COOKIE, exigirOrigen } from '../../../../solutions/10-cookies-y-csrf/cookies.ts'

export type From = 'own' | 'sibling' | 'stranger' | 'app'
export type What = 'link' | 'form' | 'fetch'
export type SameSite = 'strict' | 'lax' | 'none'

/** Who calls the API, how, and what the browser was asked when it got the cookie. */
export interface Call {
  from: From
  what: What
  sameSite: SameSite
}

/** A request as it leaves, with the headers that matter here. */
export interface Sent {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
}

export interface Answer {
  status: number
  body: object
}

/** What the browser was asked besides `SameSite`. */
export interface Asked {
  httpOnly: boolean
  secure: boolean
  prefix: boolean
}

const ORIGINS = {
  own: 'https://app.ejemplo.com',
  sibling: 'https://blog.ejemplo.com',
  stranger: 'https://malo.com',
}

/** How the browser calls where each page is, seen from the API, which is where our own page is. */
const SITES = { own: 'same-origin', sibling: 'same-site', stranger: 'cross-site' }

/**
 * The request that leaves. The browser is simulated: `workbook/proof/browser/cookies.test.ts` compares it with a
 * real one, call by call.
 */
export function sentBy({ from, what, sameSite }: Call): Sent {
  const [method, path] = what === 'link' ? (['GET', '/perfil'] as const) : (['POST', '/logout'] as const)
  // An app is no browser: it adds nothing, and brings its token on purpose.
  if (from === 'app') return { method, path, headers: { Authorization: 'Bearer eyJ…' } }
  const headers: Record<string, string> = { 'Sec-Fetch-Site': SITES[from] }
  if (method === 'POST') headers.Origin = ORIGINS[from]
  if (leaves({ from, what, sameSite })) headers.Cookie = `${COOKIE}=eyJ…`
  return { method, path, headers }
}

/** What the API answers, with the module of lesson 10 before a guard that takes any token for Ana's. */
export function answerTo({ method, path, headers }: Sent, watched: boolean): Answer {
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const request = { method, headers: lower, get: (name: string) => lower[name.toLowerCase()] }
  const watch = watched ? exigirOrigen([ORIGINS.own]) : letPass
  let arrived = false
  try {
    aceptarCookie(watch)(request as unknown as Request, {} as Response, () => {
      arrived = true
    })
  } catch (error) {
    const { status, message } = error as ErrorHttp
    return { status, body: { error: message } }
  }
  if (!arrived || lower.authorization === undefined) return { status: 401, body: { error: 'Token faltante' } }
  return { status: 200, body: path === '/logout' ? { mensaje: 'Sesión cerrada' } : { id: '1' } }
}

/** What follows from the other attributes: whether it is kept, who reads it, how it travels and who else sets it. */
export function consequences({ httpOnly, secure, prefix }: Asked) {
  return {
    kept: secure || !prefix,
    readByScripts: !httpOnly,
    travelsInClear: !secure,
    setBySubdomain: !prefix,
  }
}

/** `SameSite` speaks of sites: between pages of the same one, the cookie always leaves. */
function leaves({ from, what, sameSite }: Call): boolean {
  return from !== 'stranger' || sameSite === 'none' || (sameSite === 'lax' && what === 'link')
}

const letPass: ReturnType<typeof exigirOrigen> = (_req, _res, next) => next()
