import express, { type Express, type RequestHandler } from 'express'
import request, { type Response } from 'supertest'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { pasar } from '#comun/paso.ts'
import { ana, CUENTA_DE_ANA, enviar, root, SECRETO, sinCuelgues, tokenDe } from '#comun/pruebas.ts'
import {
  aceptarCookie,
  COOKIE,
  COOKIE_DE_RENOVACION,
  exigirOrigen,
  leerCookie,
  opcionesDeCookie,
} from '#ejercicio/10-cookies-y-csrf/cookies.ts'
import { crearApp } from './app.ts'

const origen = 'https://app.ejemplo.com'
const NUESTRA = { Origin: origen, 'Sec-Fetch-Site': 'same-origin' }
const DE_OTRA_PAGINA = { Origin: 'https://malo.com', 'Sec-Fetch-Site': 'cross-site' }
const HTTPS = { 'X-Forwarded-Proto': 'https' }
const UNA_VEZ = 'Cada camino acaba en una sola llamada: next() o vigilar, y return para no seguir'

/** La aplicación detrás de un proxy que termina TLS. */
const crear = () => crearApp({ secreto: SECRETO, origen, proxies: ['loopback'] })
const conCookie = (token: string) => ({ Cookie: `tema=oscuro; ${COOKIE}=${token}` })
const cookiesDe = ({ headers }: Response): string[] => [headers['set-cookie'] ?? []].flat()

/** POST por HTTPS con esos encabezados. */
function publicar(app: Express, ruta: string, encabezados: Record<string, string>, cuerpo?: object) {
  const solicitud = request(app).post(ruta)
  return solicitud.set({ ...HTTPS, ...encabezados }).send(cuerpo)
}

/** Lo que escribe Express con las opciones: es lo que lee el navegador. */
async function setCookie(segundos: number): Promise<string> {
  const opciones = opcionesDeCookie(segundos)
  const app = express()
  app.get('/', (_req, res) => void res.cookie(COOKIE, 'x', opciones).end())
  return cookiesDe(await request(app).get('/')).join()
}

describe('opcionesDeCookie', () => {
  test.each([
    ['HttpOnly', /; HttpOnly/, 'Sin httpOnly, cualquier script de la página lee el token'],
    ['Secure', /; Secure/, 'Sin secure viaja también por HTTP, y __Host- se rechaza'],
    ['SameSite', /; SameSite=Strict/, 'Con sameSite «strict», los demás sitios no la envían'],
    ['Path', /; Path=\/(;|$)/, 'El prefijo __Host- exige path «/»'],
    [
      'ningún Domain',
      /^__Host-(?!.*Domain)/,
      'Con domain la reciben todos los subdominios, y __Host- se rechaza',
    ],
  ])('pide al navegador %s', async (_atributo, patron, frase) => {
    expect(await setCookie(3600), frase).toMatch(patron)
  })

  test('dura los segundos que recibe', async () => {
    const frase = 'res.cookie espera milisegundos en maxAge, y Set-Cookie lleva segundos'
    for (const segundos of [3600, 60])
      expect(await setCookie(segundos), frase).toMatch(`; Max-Age=${segundos};`)
  })
})

describe('leerCookie', () => {
  test.each([
    ['sola', `${COOKIE}=a.b.c`],
    ['la primera', `${COOKIE}=a.b.c; tema=oscuro`],
    ['la última', `tema=oscuro; ${COOKIE}=a.b.c`],
    ['detrás de una parecida', `${COOKIE}2=x; mi${COOKIE}=x; ${COOKIE}=a.b.c`],
  ])('lee la cookie si está %s', (_donde, encabezado) => {
    expect(leerCookie(encabezado, COOKIE), 'Busca entre los trozos que separa «; »').toBe('a.b.c')
    const frase = 'El valor es todo lo que sigue al primer «=», hasta el «; »'
    expect(leerCookie(`${encabezado.replace('b', 'b==')}; x=y`, COOKIE), frase).toBe('a.b==.c')
  })

  test.each([
    ['no hay encabezado', undefined],
    ['solo hay otras', 'tema=oscuro; token=x'],
    ['otra termina igual', `mi${COOKIE}=x`],
    ['otra empieza igual', `${COOKIE}2=x`],
    ['otra la contiene', `tema=${COOKIE}=x`],
    ['otra va en minúsculas', `${COOKIE.toLowerCase()}=x`],
    ['otra lleva su nombre codificado', `${COOKIE.replace('_', '%5F')}=x`],
    ['otra empieza por un espacio duro', `tema=oscuro; \u00a0${COOKIE}=x`],
    ['una no tiene nombre', `=${COOKIE}=x`],
  ])('no encuentra la cookie si %s', (_caso, encabezado) => {
    const valor = leerCookie(encabezado, COOKIE)
    const frase = 'Solo vale el nombre exacto: el navegador no protege los que se parecen'
    expect(valor || undefined, frase).toBeUndefined()
    expect(
      valor,
      'Si no está, devuelve undefined y no un texto vacío: aceptarCookie los distingue',
    ).toBeUndefined()
  })
})

describe('exigirOrigen', () => {
  const vigilar = exigirOrigen([origen, 'https://otra.ejemplo.com'])

  test.each([
    ['de la propia página', NUESTRA],
    ['de una página que no dice su origen', { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }],
    ['de un navegador sin Sec-Fetch-Site', { Origin: origen }],
    ['de otra página conocida', { Origin: 'https://otra.ejemplo.com', 'Sec-Fetch-Site': 'same-site' }],
  ])('deja pasar un POST %s', async (_caso, encabezados: Record<string, string>) => {
    const { hizo } = await pasar(vigilar, { metodo: 'post', encabezados })
    const frase =
      'Basta una de las dos: Sec-Fetch-Site «same-origin», u Origin en la lista. Y sigue con next()'
    expect(hizo, frase).toEqual(['sigue'])
  })

  test.each(['get', 'head', 'options'] as const)('deja leer desde otra página con %s', async (metodo) => {
    const { hizo, recibidos } = await pasar(vigilar, { metodo, encabezados: DE_OTRA_PAGINA })
    expect(hizo, 'GET, HEAD y OPTIONS no cambian nada: déjalos pasar').toEqual(['sigue'])
    const cors = 'Dejar pasar no es dejar leer la respuesta: no envíes encabezados de CORS'
    expect(recibidos, cors).not.toHaveProperty('access-control-allow-origin')
  })

  test.each([
    ['de otro sitio', DE_OTRA_PAGINA],
    ['de un subdominio', { Origin: 'https://blog.ejemplo.com', 'Sec-Fetch-Site': 'same-site' }],
    ['de nadie, según el navegador', { 'Sec-Fetch-Site': 'none' }],
    ['de un origen que empieza igual', { Origin: `${origen}.malo.com` }],
    ['de un origen que termina igual', { Origin: 'https://malo-app.ejemplo.com' }],
    ['del mismo servidor sin cifrar', { Origin: 'http://app.ejemplo.com' }],
    ['de un origen opaco', { Origin: 'null' }],
    ['que lo dice en Referer', { Referer: `${origen}/perfil` }],
    ['sin ninguno de los dos', {}],
  ])('rechaza un POST %s', async (_caso, encabezados: Record<string, string>) => {
    for (const metodo of ['post', 'put', 'patch', 'delete'] as const) {
      const { hizo, status, body } = await pasar(vigilar, { metodo, encabezados })
      expect(hizo, 'Devuelves el error: lánzalo con throw').not.toContain('devuelve un error')
      const frase =
        metodo === 'post'
          ? 'Ni viene de la propia página ni de una conocida: ErrorHttp 403'
          : 'PUT, PATCH y DELETE también cambian cosas: solo GET, HEAD y OPTIONS son de lectura'
      expect(status, frase).toBe(403)
      expect(body, 'Lanza ErrorHttp(403, "Origen no permitido")').toEqual({ error: 'Origen no permitido' })
      expect(hizo, 'Haces dos cosas: después de rechazar se sale de la función').toHaveLength(1)
    }
  })
})

describe('aceptarCookie', () => {
  afterEach(() => void vi.useRealTimers())

  test('abre, renueva y cierra la sesión con las cookies de POST /sesion', async () => {
    for (const encabezados of [NUESTRA, { ...NUESTRA, ...conCookie('x') }]) {
      const { hizo } = await pasar(aceptarCookie(exigirOrigen([origen])), { metodo: 'post', encabezados })
      expect(hizo, UNA_VEZ).toEqual(['sigue'])
    }
    vi.useFakeTimers({ toFake: ['Date'] })
    const app = crear()
    const entrada = await publicar(app, '/sesion', NUESTRA, CUENTA_DE_ANA)
    const abierta = { mensaje: 'Sesión abierta' }
    expect(entrada.body, 'POST /sesion deja entrar desde la propia página').toEqual(abierta)
    const Cookie = cookiesDe(entrada)
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    const solicitud = request(app)
      .get('/perfil')
      .set({ ...HTTPS, Cookie })
    expect((await solicitud).body, 'Pon la cookie en req.headers.authorization, como «Bearer …»').toEqual({
      id: '1',
    })
    vi.setSystemTime(Date.now() + 600_000)
    const [, renovacion] = cookiesDe(await publicar(app, '/sesion/renovar', { ...NUESTRA, Cookie }))
    const frase = 'Renovar no alarga la sesión: la cookie dura los segundos que recibe opcionesDeCookie'
    expect(renovacion, frase).toMatch('Max-Age=28200;')
    const salida = await publicar(app, '/logout', { ...NUESTRA, Cookie })
    expect(salida.status, 'POST /logout acepta la cookie de la propia página').toBe(200)
    const borrado = /^__Host-.*=; Path=\/; Expires=Thu, 01 Jan 1970.*Secure/
    for (const cookie of cookiesDe(salida))
      expect(cookie, 'Para borrarla hacen falta sus mismos atributos').toMatch(borrado)
  })

  test('prefiere el encabezado Authorization a la cookie', async () => {
    const app = sinCuelgues(crear())
    const pedir = (Authorization: string) =>
      request(app)
        .get('/perfil')
        .set({ ...HTTPS, ...conCookie(tokenDe(root)), Authorization })
    const { body } = await pedir(`Bearer ${tokenDe(ana)}`)
    expect(body, 'El token lo eligió quien llama; la cookie va sola: gana el encabezado').toEqual({ id: '1' })
    const estados = [(await pedir('Bearer roto')).status, (await pedir('Basic x')).status]
    expect(estados, 'Con Authorization no se mira la cookie, ni aunque el token no valga').toEqual([422, 401])
  })

  test.each([
    ['/logout', conCookie(tokenDe(ana)), undefined],
    ['/sesion', {}, CUENTA_DE_ANA],
    ['/sesion/renovar', { Cookie: `${COOKIE_DE_RENOVACION}=x.y.z` }, undefined],
  ])('no obedece en POST %s a otra página', async (ruta, encabezados: Record<string, string>, cuerpo) => {
    const { status, body } = await publicar(
      sinCuelgues(crear()),
      ruta,
      { ...encabezados, ...DE_OTRA_PAGINA },
      cuerpo,
    )
    const frase = 'Otra página actúa en nombre de Ana: lo que llega con la cookie pasa por vigilar'
    expect(status, frase).toBe(403)
    expect(body, 'Lanza ErrorHttp(403, "Origen no permitido")').toEqual({ error: 'Origen no permitido' })
  })

  test('no pide origen a una aplicación que trae su token', async () => {
    const vigilar = vi.fn<RequestHandler>((_req, _res, next) => next())
    const sinVigilar: Record<string, string>[] = [
      {},
      { Cookie: 'tema=oscuro' },
      { ...conCookie('x'), Authorization: 'Bearer y' },
    ]
    for (const encabezados of sinVigilar) {
      const { hizo } = await pasar(aceptarCookie(vigilar), { metodo: 'post', encabezados })
      const frase = 'Solo se vigila lo que llega con la cookie: con Authorization, o sin cookie, sigue'
      expect(vigilar.mock.calls.length, frase).toBe(0)
      expect(hizo, UNA_VEZ).toEqual(['sigue'])
    }
    const sola = await enviar(sinCuelgues(crearApp({ secreto: SECRETO })), '/logout', tokenDe(ana))
    expect(sola.status, 'Una aplicación no envía Origin: con Authorization se sigue sin vigilar').toBe(200)
  })

  test('rechaza, sin redirigir, una cookie que llega en claro', async () => {
    const solicitud = request(sinCuelgues(crear()))
      .get('/perfil')
      .set(conCookie(tokenDe(ana)))
    const { status, body } = await solicitud.redirects(0)
    expect(status, 'La cookie es una credencial: exigirHttps la ve si está en authorization').toBe(403)
    expect(body, 'Lo decide exigirHttps, de la lección 8').toEqual({ error: 'Usa HTTPS' })
  })
})
