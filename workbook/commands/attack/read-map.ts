import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  type Account,
  mapOfLesson,
  type Route,
  type RouteMap,
  type RouteName,
  USUAL_FIELDS,
} from '../../attack/route-map.ts'
import { readAddress } from './options.ts'
import { TEXTS } from './texts.ts'

/** What there is to attack behind an address. */
export interface Mapped {
  map: RouteMap
  /** Where it listens without TLS too, if it does. */
  plain?: URL
}

const ROUTE = /^([A-Za-z]+) (\/\S*)$/
/** The routes that a file may say, and how it calls them. */
const ROUTES = {
  ...{ login: 'login', profile: 'protegida', admin: 'admin', logout: 'salir', renew: 'renovar' },
  ...{ cookieLogin: 'entrarConCookie', cookieRenew: 'renovarConCookie', keys: 'claves' },
} satisfies Record<RouteName, string>
const NAMES: string[] = [...Object.values(ROUTES), 'campos', 'cuenta', 'cuentaAdmin', 'rol', 'secreto']
NAMES.push('clavePrivada', 'clavePublica', 'sinCifrar')

/** The routes of the workbook's last app: what is attacked if no file says otherwise. */
export function usualMap(lesson: number): Mapped {
  return { map: mapOfLesson(lesson) }
}

/** Reads the file that says which routes a server has; gives the sentence for what is wrong in it. */
export function readMap(path: string): Mapped | { refused: string } {
  try {
    return build(parse(path), dirname(resolve(path)))
  } catch (error) {
    if (error instanceof WrongMap) return { refused: TEXTS.wrongMap(path, error.message) }
    throw error
  }
}

class WrongMap extends Error {}

function parse(path: string): Record<string, unknown> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new WrongMap(TEXTS.map.unreadable)
  }
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read === 'object' && read && !Array.isArray(read)) return read as Record<string, unknown>
  } catch {}
  throw new WrongMap(TEXTS.map.notJson)
}

function build(read: Record<string, unknown>, folder: string): Mapped {
  const unknown = Object.keys(read).find((name) => !NAMES.includes(name))
  if (unknown !== undefined) throw new WrongMap(TEXTS.map.unknown(unknown, NAMES))
  const { login, profile, ...routes } = routesIn(read)
  const account = accountIn(read, 'cuenta')
  if (!login) throw new WrongMap(TEXTS.map.missing('login'))
  if (!account) throw new WrongMap(TEXTS.map.missing('cuenta'))
  if (!profile) throw new WrongMap(TEXTS.map.missing('protegida'))
  const plain = textIn(read, 'sinCifrar')
  const address = plain === undefined ? undefined : readAddress(plain)
  if (address && 'refused' in address) throw new WrongMap(address.refused)
  return {
    plain: address,
    map: {
      ...{ ...routes, login, profile, account },
      adminAccount: accountIn(read, 'cuentaAdmin'),
      fields: fieldsIn(read),
      role: textIn(read, 'rol') ?? 'rol',
      secret: textIn(read, 'secreto'),
      privateKey: keyIn(read, 'clavePrivada', folder),
      publicKey: keyIn(read, 'clavePublica', folder),
    },
  }
}

function textIn(read: Record<string, unknown>, name: string): string | undefined {
  const value = read[name]
  if (value === undefined || typeof value === 'string') return value
  throw new WrongMap(TEXTS.map.notText(name))
}

function routesIn(read: Record<string, unknown>): Partial<Record<RouteName, Route>> {
  return Object.fromEntries(Object.entries(ROUTES).map(([name, written]) => [name, routeIn(read, written)]))
}

function routeIn(read: Record<string, unknown>, name: string): Route | undefined {
  const text = textIn(read, name)
  if (text === undefined) return undefined
  const [, method = '', path = ''] = ROUTE.exec(text) ?? []
  if (!path) throw new WrongMap(TEXTS.map.notRoute(name, text))
  return { method: method.toUpperCase(), path }
}

function accountIn(read: Record<string, unknown>, name: string): Account | undefined {
  if (read[name] === undefined) return undefined
  const { usuario, contrasena, hash } = Object(read[name])
  if (typeof usuario !== 'string' || typeof contrasena !== 'string')
    throw new WrongMap(TEXTS.map.notAccount(name))
  return { user: usuario, password: contrasena, hash: typeof hash === 'string' ? hash : undefined }
}

function fieldsIn(read: Record<string, unknown>): RouteMap['fields'] {
  const { usuario, contrasena, token, renovacion } = Object(read.campos ?? {})
  const names = [usuario, contrasena, token, renovacion]
  if (names.some((name) => name !== undefined && typeof name !== 'string'))
    throw new WrongMap(TEXTS.map.notText('campos'))
  return {
    user: usuario ?? USUAL_FIELDS.user,
    password: contrasena ?? USUAL_FIELDS.password,
    token: token ?? USUAL_FIELDS.token,
    renewal: renovacion ?? USUAL_FIELDS.renewal,
  }
}

function keyIn(read: Record<string, unknown>, name: string, folder: string): string | undefined {
  const file = textIn(read, name)
  if (file === undefined) return undefined
  try {
    return readFileSync(resolve(folder, file), 'utf8')
  } catch {
    throw new WrongMap(TEXTS.map.noKey(file))
  }
}
