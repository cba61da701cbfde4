// What the page of lesson 10 says of browsers, in a real one: its app over HTTPS, and other pages that call it.
import { EventEmitter, once } from 'node:events'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import express, { type Express, type RequestHandler } from 'express'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { type Call, sentBy } from '../../../docs/.vitepress/widgets/cookie-sender/cookie-sender.ts'
import { crearApp } from '../../../lessons/10-cookies-y-csrf/app.ts'
import { generarCertificado } from '../../../lessons/comun/certificado.ts'
import { CUENTA_DE_ANA, SECRETO } from '../../../lessons/comun/pruebas.ts'
import { opcionesDeCookie } from '../../../solutions/10-cookies-y-csrf/cookies.ts'
import { connectEngine } from './engine.ts'

// The finished app, whatever the learner has in the exercise.
vi.mock('#ejercicio/10-cookies-y-csrf/cookies.ts', () => import('#solucion/10-cookies-y-csrf/cookies.ts'))

/** What the API was asked, as the browser sent it. */
interface Asked {
  asked: string
  site: string | undefined
  origin: string | undefined
  /** The names of its cookies. */
  cookies: string[]
}

const OURS = ['__Host-renovacion', '__Host-token']

const certificate = await generarCertificado()
const servers: https.Server[] = []
const asked: Asked[] = []
/** Tells of each as soon as it arrives. */
const arrivals = new EventEmitter()
/** The API with our page, and the pages of somebody else: a form closes Ana's session, and another opens one. */
let ports: { api: number; other: number }
let browser: Browser | undefined
let context: BrowserContext
let own: Page

const html =
  (body: string): RequestHandler =>
  (_req, res) =>
    void res.type('html').send(body)

/** A page with the three ways in which the widget calls the API. */
function callers(origen: string): string {
  return `<a href="${origen}/perfil">Perfil</a><form method="post" action="${origen}/logout"></form>`
}

async function listen(app: Express): Promise<number> {
  const server = https.createServer(certificate, app)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

beforeAll(async () => {
  const api = express()
  api.use((req, _res, next) => {
    const cookies = (req.get('Cookie') ?? '').split('; ').map((cookie) => cookie.split('=')[0] ?? '')
    const { 'sec-fetch-site': site, origin } = req.headers
    const arrived = { asked: `${req.method} ${req.path}`, site: String(site), origin, cookies }
    asked.push(arrived)
    arrivals.emit(arrived.asked, arrived)
    next()
  })
  const port = await listen(api)
  const origen = `https://localhost:${port}`
  api.get('/', html('<h1>Nuestra página</h1>'))
  api.get('/sin-referrer', (_req, res) => {
    res
      .set('Referrer-Policy', 'no-referrer')
      .type('html')
      .send('<form method="post" action="/logout"></form>')
  })
  api.get('/llama', html(callers(origen)))
  api.get('/pon/:sameSite', (req, res) => {
    const sameSite = req.params.sameSite as Call['sameSite']
    res.cookie('__Host-token', 'x', { ...opcionesDeCookie(60), sameSite }).json({})
  })
  api.get('/borra-sin-atributos', (_req, res) => void res.clearCookie('__Host-token').json({}))
  api.get('/mal-hechas', (_req, res) => {
    res.cookie('__Host-con-domain', '1', { secure: true, path: '/', domain: 'localhost' })
    res.cookie('__Host-sin-secure', '1', { path: '/' })
    res.cookie('__Host-con-path', '1', { secure: true, path: '/perfil' })
    res.cookie('__Host-bien', '1', { secure: true, path: '/' }).json({})
  })
  api.get('/parecidas', (_req, res) => {
    // Without Secure: the one that has the prefix is refused.
    const names = ['\u00a0__Host-token', 'mi__Host-token', '__Host-token2']
    res
      .set(
        'Set-Cookie',
        names.map((name) => `${name}=mala; Path=/`),
      )
      .json({})
  })
  api.use(crearApp({ secreto: SECRETO, origen }))
  const other = express()
  other.get('/llama', html(callers(origen)))
  other.get('/cierra', html(`<form method="post" action="${origen}/logout"></form>`))
  const cuenta = `<input name='{"email":"ana@example.com","password":"clave-ana","x":"' value='"}'>`
  other.get(
    '/entra',
    html(`<form method="post" enctype="text/plain" action="${origen}/sesion">${cuenta}</form>`),
  )
  ports = { api: port, other: await listen(other) }
})

afterAll(async () => {
  await browser?.close()
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

beforeEach(async ({ skip }) => {
  skip(!inject('browser'), 'no browser')
  browser ??= await connectEngine(inject('browser') ?? '', false)
  context = await browser.newContext({ ignoreHTTPSErrors: true })
  own = await context.newPage()
  await own.goto(`https://localhost:${ports.api}/`)
  asked.length = 0
})

afterEach(() => context?.close())

/** What our own page gets when one of its scripts asks for something. */
function call(path: string, method = 'GET', body?: object) {
  return own.evaluate(
    async ([path, method, body]) => {
      const headers = { 'Content-Type': 'application/json' }
      const res = await fetch(path, body ? { method, body, headers } : { method })
      return { status: res.status, body: await res.json(), cache: res.headers.get('Cache-Control') }
    },
    [path, method, body && JSON.stringify(body)] as const,
  )
}

const logIn = () => call('/sesion', 'POST', CUENTA_DE_ANA)

/** Sends the form of a page, and gives what the browser then shows. */
async function submit(address: string): Promise<string> {
  const page = await context.newPage()
  await page.goto(address)
  await page.evaluate(() => (document.forms[0] as HTMLFormElement).submit())
  await page.waitForURL(({ pathname }) => ['/logout', '/sesion'].includes(pathname))
  return (await page.textContent('body')) ?? ''
}

const last = (what: string) => asked.findLast(({ asked }) => asked === what)
const names = async () => (await context.cookies()).map(({ name }) => name).sort()

test('no script reads the cookies, and the page goes in with them', async () => {
  expect((await logIn()).body).toEqual({ mensaje: 'Sesión abierta' })
  expect(await own.evaluate(() => document.cookie)).toBe('')
  expect(await names()).toEqual(OURS)
  expect(await call('/perfil')).toEqual({ status: 200, body: { id: '1' }, cache: 'no-store' })
  expect(last('GET /perfil')).toMatchObject({ site: 'same-origin', cookies: expect.arrayContaining(OURS) })
})

test('two tabs that renew at once stay inside', async () => {
  await logIn()
  const both = await own.evaluate(() => {
    const renew = async () => (await fetch('/sesion/renovar', { method: 'POST' })).status
    return Promise.all([renew(), renew()])
  })
  expect(both).toEqual([200, 200])
  expect((await call('/perfil')).status).toBe(200)
  expect((await call('/sesion/renovar', 'POST')).status).toBe(200)
})

test('the form of another site arrives without the cookies, which are SameSite=Strict', async () => {
  await logIn()
  expect(await submit(`https://127.0.0.1:${ports.other}/cierra`)).toBe('{"error":"Token faltante"}')
  expect(last('POST /logout')).toMatchObject({ site: 'cross-site', cookies: [''] })
  expect((await call('/perfil')).status).toBe(200)
})

test('the form of another port of the same site arrives with them, and is refused by its origin', async () => {
  await logIn()
  expect(await submit(`https://localhost:${ports.other}/cierra`)).toBe('{"error":"Origen no permitido"}')
  const origin = `https://localhost:${ports.other}`
  expect(last('POST /logout')).toMatchObject({
    site: 'same-site',
    origin,
    cookies: expect.arrayContaining(OURS),
  })
  expect((await call('/perfil')).status).toBe(200)
})

test('another page opens no session in the account of somebody else', async () => {
  expect(await submit(`https://localhost:${ports.other}/entra`)).toBe('{"error":"Origen no permitido"}')
  expect(await names()).toEqual([])
})

test('another page reads no answer', async () => {
  await logIn()
  const page = await context.newPage()
  await page.goto(`https://localhost:${ports.other}/cierra`)
  const read = (address: string) =>
    fetch(address, { credentials: 'include' }).then(
      () => 'read',
      () => 'not read',
    )
  expect(await page.evaluate(read, `https://localhost:${ports.api}/perfil`)).toBe('not read')
  // It was asked, and with the cookies: CORS does not stop a request, it hides its answer.
  expect(last('GET /perfil')).toMatchObject({ site: 'same-site', cookies: expect.arrayContaining(OURS) })
})

test('our own form that tells no origin is known by Sec-Fetch-Site, and closes the session', async () => {
  await logIn()
  expect(await submit(`https://localhost:${ports.api}/sin-referrer`)).toBe('{"mensaje":"Sesión cerrada"}')
  expect(last('POST /logout')).toMatchObject({ site: 'same-origin', origin: 'null' })
  expect(await names()).toEqual([])
})

const PAGES = { own: 'localhost', sibling: 'localhost', stranger: '127.0.0.1' } as const
const EVERY_WAY = ['link', 'form', 'fetch'] as const
// Like a private window, this browser keeps back the cookies of third parties; others do not, and the widget says so.
const SIMULATED = [
  { from: 'own', sameSite: 'strict', ways: EVERY_WAY },
  { from: 'sibling', sameSite: 'strict', ways: EVERY_WAY },
  { from: 'stranger', sameSite: 'strict', ways: EVERY_WAY },
  { from: 'stranger', sameSite: 'lax', ways: EVERY_WAY },
  { from: 'stranger', sameSite: 'none', ways: ['link', 'form'] },
] as const

test.each(SIMULATED)(
  'the browser sends what the widget says: $from, $sameSite',
  async ({ from, sameSite, ways }) => {
    await call(`/pon/${sameSite}`)
    const page = await context.newPage()
    for (const what of ways) {
      await page.goto(`https://${PAGES[from]}:${from === 'own' ? ports.api : ports.other}/llama`)
      const { method, path, headers } = sentBy({ from, what, sameSite })
      const arrival = once(arrivals, `${method} ${path}`)
      await page.evaluate(
        ([what, address]) => {
          if (what === 'link') document.querySelector('a')?.click()
          else if (what === 'form') document.querySelector('form')?.submit()
          else fetch(address, { method: 'POST', credentials: 'include' }).catch(() => {})
        },
        [what, `https://localhost:${ports.api}${path}`] as const,
      )
      const [{ site, origin, cookies }] = (await arrival) as [Asked]
      if (what !== 'fetch') await page.waitForURL(({ pathname }) => pathname === path)
      const real = { site, tellsOrigin: origin !== undefined, brings: cookies.includes('__Host-token') }
      const said = {
        site: headers['Sec-Fetch-Site'],
        tellsOrigin: 'Origin' in headers,
        brings: 'Cookie' in headers,
      }
      expect(real, what).toEqual(said)
    }
  },
)

test('a cookie with the prefix is not deleted without its attributes', async () => {
  await logIn()
  await call('/borra-sin-atributos')
  expect(await names()).toEqual(OURS)
  expect((await call('/logout', 'POST')).status).toBe(200)
  expect(await names()).toEqual([])
})

test('the prefix is refused with Domain, without Secure and with another Path', async () => {
  await call('/mal-hechas')
  expect(await names()).toEqual(['__Host-bien'])
})

test('a name that only looks like ours is not protected, reaches the server and is not ours', async () => {
  await call('/parecidas')
  expect((await call('/perfil')).body).toEqual({ error: 'Token faltante' })
  expect(last('GET /perfil')?.cookies).toEqual(['\u00a0__Host-token', 'mi__Host-token'])
})
