import { createHmac, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { Express } from 'express'
import jwt from 'jsonwebtoken'
import request, { type Response } from 'supertest'
import { afterEach, expect, test, vi } from 'vitest'
import { crearClave } from '../../../lessons/comun/claves.ts'
import { ana, CUENTA_DE_ANA, SECRETO, tokenDe } from '../../../lessons/comun/pruebas.ts'
import { vigilarRedis } from '../../../lessons/comun/redis.ts'
import { RedisEnMemoria } from '../../../lessons/comun/redis-en-memoria.ts'
import { lessonsOf } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { EXTENSION_SITUATIONS } from '../../verdict/review/extension-situations.ts'
import { useSolutions } from '../support/solved-modules.ts'

const lessons = lessonsOf('extension', await loadLessons())
useSolutions(lessons)
afterEach(() => void vi.useRealTimers())

const ORIGIN = 'https://app.ejemplo.com'
const OURS = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
const FOREIGN = { Origin: 'https://malo.com', 'Sec-Fetch-Site': 'cross-site' }
const FIVE_MINUTES_MS = 5 * 60 * 1000

/** The app of a lesson; more of them are other processes, with what they share. */
type Start = (options?: object) => Promise<Express>
type Play = (start: Start) => Promise<Response>

const post = (app: Express, path: string, body: object, headers: object = {}) =>
  request(app)
    .post(path)
    .set({ 'X-Forwarded-Proto': 'https', ...headers })
    .send(body)
const get = (app: Express, headers: object) =>
  request(app)
    .get('/perfil')
    .set({ 'X-Forwarded-Proto': 'https', ...headers })
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

async function login(app: Express): Promise<{ access_token: string; refresh_token: string }> {
  return (await post(app, '/login', CUENTA_DE_ANA)).body
}

const renew = (app: Express, refresh_token: string) => post(app, '/renovar', { refresh_token })

/** The cookie that Ana's browser keeps, and sends by itself. */
async function cookieOf(app: Express): Promise<{ Cookie: string }> {
  return { Cookie: `__Host-token=${(await login(app)).access_token}` }
}

/** Ana renews and, five minutes later, the token that she used comes back. */
async function reuse(app: Express) {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { refresh_token: used } = await login(app)
  const { refresh_token: last } = (await renew(app, used)).body
  vi.setSystemTime(Date.now() + FIVE_MINUTES_MS)
  return { back: renew(app, used), last }
}

const key = () => createPrivateKey(crearClave())
const NOW = key()
const BEFORE = key()
const IN_USE = { llavero: [NOW, BEFORE] }

/** A token as the app signs it. */
async function signed(keys: readonly KeyObject[]): Promise<string> {
  const { firmarToken } = await import('#solucion/11-claves-publicas/claves.ts')
  return firmarToken(ana, keys as [KeyObject], { expiresIn: 60, jwtid: 'uno', propios: { rol: 'usuario' } })
}

/** Redis answers nothing but errors. */
const DOWN = vigilarRedis(new RedisEnMemoria(), () => Promise.reject(new Error('ECONNREFUSED')))

const PLAYS: Record<string, Play> = {
  'POST /login, con el correo y la contraseña de Ana': async (start) =>
    post(await start(), '/login', CUENTA_DE_ANA),
  'POST /renovar, con el último token de renovación': async (start) => {
    const app = await start()
    return renew(app, (await login(app)).refresh_token)
  },
  'POST /renovar, con un token de renovación usado hace cinco minutos': async (start) =>
    (await reuse(await start())).back,
  'POST /renovar, con el último token, después de que volviera uno usado': async (start) => {
    const app = await start()
    const { back, last } = await reuse(app)
    await back
    return renew(app, last)
  },
  'POST /renovar, con un token de acceso': async (start) => {
    const app = await start()
    return renew(app, (await login(app)).access_token)
  },
  'POST /renovar, con un cuerpo sin `refresh_token`': async (start) => post(await start(), '/renovar', {}),
  'GET /perfil, con un token de renovación': async (start) => {
    const app = await start()
    return get(app, bearer((await login(app)).refresh_token))
  },

  'POST /sesion, desde la propia página, con las credenciales de Ana': async (start) =>
    post(await start(), '/sesion', CUENTA_DE_ANA, OURS),
  'GET /perfil, con la cookie y sin `Authorization`': async (start) => {
    const app = await start()
    return get(app, await cookieOf(app))
  },
  'POST /logout, con la cookie, desde otra página': async (start) => {
    const app = await start()
    return post(app, '/logout', {}, { ...(await cookieOf(app)), ...FOREIGN })
  },
  'POST /logout, con `Authorization`, desde otra página': async (start) => {
    const app = await start()
    return post(app, '/logout', {}, { ...bearer((await login(app)).access_token), ...FOREIGN })
  },
  'POST /logout, con la cookie, sin `Origin` ni `Sec-Fetch-Site`': async (start) => {
    const app = await start()
    return post(app, '/logout', {}, await cookieOf(app))
  },
  'GET /perfil, con el token en una cookie llamada `token`': async (start) => {
    const app = await start()
    return get(app, { Cookie: `token=${(await login(app)).access_token}` })
  },
  'GET /perfil, con la cookie, por HTTP': async (start) => {
    const app = await start()
    return get(app, { ...(await cookieOf(app)), 'X-Forwarded-Proto': 'http' })
  },

  'GET /perfil, con un token firmado con HS256 y el secreto': async (start) =>
    get(await start(IN_USE), bearer(tokenDe(ana))),
  'GET /perfil, con un token firmado con HS256 y la clave pública': async (start) => {
    const token = await signed([NOW])
    const { header, payload } = jwt.decode(token, { complete: true })!
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
    const text = `${encode({ ...header, alg: 'HS256' })}.${encode(Object(payload))}`
    const pem = createPublicKey(NOW).export({ format: 'pem', type: 'spki' })
    return get(
      await start(IN_USE),
      bearer(`${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`),
    )
  },
  'GET /perfil, con un token firmado con la clave anterior, que sigue publicada': async (start) =>
    get(await start(IN_USE), bearer(await signed([BEFORE]))),
  'GET /perfil, con un token firmado con una clave que ya no se publica': async (start) =>
    get(await start({ llavero: [NOW] }), bearer(await signed([BEFORE]))),
  'GET /perfil, con un token que trae su propia clave en `jwk`': async (start) => {
    const jwk = createPublicKey(BEFORE).export({ format: 'jwk' })
    const { payload } = jwt.decode(await signed([BEFORE]), { complete: true })!
    const header = { alg: 'ES256', jwk } as jwt.JwtHeader
    return get(
      await start({ llavero: [NOW] }),
      bearer(jwt.sign(payload, BEFORE, { algorithm: 'ES256', header })),
    )
  },

  'GET /perfil, con un token cuya sesión se cerró en otro proceso': async (start) => {
    const redis = new RedisEnMemoria()
    const [one, other] = [await start({ redis }), await start({ redis })]
    const authorization = bearer((await login(one)).access_token)
    await post(one, '/logout', {}, authorization)
    return get(other, authorization)
  },
  'POST /renovar, en un proceso distinto del que abrió la sesión': async (start) => {
    const redis = new RedisEnMemoria()
    const [one, other] = [await start({ redis }), await start({ redis })]
    return renew(other, (await login(one)).refresh_token)
  },
  'GET /perfil, con un token bueno y Redis parado': async (start) => {
    const { access_token } = await login(await start())
    return get(await start({ redis: DOWN }), bearer(access_token))
  },
  'POST /login, con el correo y la contraseña de Ana y Redis parado': async (start) =>
    post(await start({ redis: DOWN }), '/login', CUENTA_DE_ANA),
  'POST /login, con la contraseña de Ana, después de diez equivocadas': async (start) => {
    const app = await start()
    for (let times = 0; times < 10; times++) await post(app, '/login', { ...CUENTA_DE_ANA, password: 'otra' })
    return post(app, '/login', CUENTA_DE_ANA)
  },
}

test.each(EXTENSION_SITUATIONS)(
  'the app of lesson $leccion answers what its review says: $titulo',
  { timeout: 60_000 },
  async ({ leccion, titulo, responde }) => {
    const { slug } = lessons.find(({ number }) => number === leccion) ?? expect.fail('no such lesson')
    const { crearApp } = await import(`../../../lessons/${slug}/app.ts`)
    const start: Start = async (options) =>
      crearApp({ secreto: SECRETO, origen: ORIGIN, proxies: ['loopback'], alFallar: quiet, ...options })
    const play = PLAYS[titulo] ?? expect.fail(`nothing is asked for «${titulo}»`)
    const { status, body } = await play(start)
    expect({ estado: status, cuerpo: told(body) }).toEqual(responde)
  },
)

const quiet = (error: unknown, _req: unknown, _res: unknown, next: (error: unknown) => void) => next(error)

/** A token is never the same. */
function told(body: object): object {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, name.endsWith('_token') ? '…' : value]),
  )
}
