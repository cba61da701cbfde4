import http from 'node:http'
import https from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import request, { type Response, type Test } from 'supertest'
import { afterAll, describe, expect, test } from 'vitest'
import { generarCertificado } from '#comun/certificado.ts'
import { espiar } from '#comun/espia.ts'
import { ana, CUENTA_DE_ANA, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { enviarHsts, exigirHttps, proxiesDeConfianza } from '#ejercicio/08-https/https.ts'
import { crearApp } from './app.ts'

const origen = 'https://api.ejemplo.com'
const token = { Authorization: `Bearer ${tokenDe(ana)}` }
const certificado = await generarCertificado()

async function escuchar(servidor: Server): Promise<number> {
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo))
  afterAll(() => void servidor.close())
  return (servidor.address() as AddressInfo).port
}

const app = crearApp({ secreto: SECRETO, origen })
const puertos = {
  http: await escuchar(http.createServer(app)),
  https: await escuchar(https.createServer(certificado, app)),
}
const por = (protocolo: 'http' | 'https', puerto = puertos[protocolo]) =>
  request(`${protocolo}://127.0.0.1:${puerto}`)

/** La respuesta, sin seguir redirecciones; vacía si la conexión se corta o se queda esperando. */
async function responder(solicitud: Test): Promise<Partial<Response>> {
  solicitud.redirects(0).timeout(2000).ca(certificado.cert)
  return solicitud.catch(() => ({}))
}

/** Inicia sesión mientras alguien espía la red. */
async function entrarConEspia(protocolo: 'http' | 'https') {
  const espia = await espiar(puertos[protocolo])
  const res = await responder(por(protocolo, espia.puerto).post('/login').send(CUENTA_DE_ANA))
  espia.cerrar()
  return { res, visto: espia.visto() }
}

describe('exigirHttps', () => {
  const sobras: unknown[] = []
  const seguir: RequestHandler = (_req, _res, next) => next('seguir')
  const anotar: ErrorRequestHandler = (error, _req, _res, next) => next(sobras.push(error))
  const montada = request(express().use('/v1', exigirHttps(origen), seguir, anotar))

  test.each(['GET', 'HEAD'])('redirige una visita con %s a la misma ruta', async (metodo) => {
    const { status, headers } = await responder(montada[metodo === 'GET' ? 'get' : 'head']('/v1/perfil?a=1'))
    expect(status, 'GET y HEAD sin Authorization se redirigen con 308').toBe(308)
    expect(headers?.location, 'Redirige a la ruta entera: req.originalUrl').toMatch(/v1\/perfil\?a=1$/)
    expect(sobras, 'Después de redirigir ni se lanza ni se sigue: la respuesta ya salió').toEqual([])
  })

  test.each([
    ['su encabezado Host', '/perfil', 'malo.com'],
    ['su ruta', '//malo.com/perfil', 'api.ejemplo.com'],
  ])('no redirige a otro sitio aunque lo diga %s', async (_caso, ruta, host) => {
    const { headers } = await responder(por('http').get(ruta).set('Host', host))
    const frase = 'El sitio es siempre tu origen, con la ruta pegada detrás: ni Host ni new URL'
    expect(headers?.location, frase).toBe(origen + ruta)
  })

  test('rechaza, sin redirigir, un token', async () => {
    const res = await responder(por('http').get('/perfil').set(token))
    expect(res.status, 'El token ya viajó en claro: 403, y el cliente sabrá que hay que cambiarlo').toBe(403)
    expect(res.body, 'Lanza ErrorHttp(403, "Usa HTTPS")').toEqual({ error: 'Usa HTTPS' })
  })

  test('rechaza, sin redirigir, una contraseña', async () => {
    const res = await responder(por('http').post('/login').send(CUENTA_DE_ANA))
    expect(res.status, 'Un POST trae cuerpo y no es una visita: 403 antes de leerlo').toBe(403)
  })

  test('llega tarde si alguien espía: la contraseña ya viajó por HTTP', async () => {
    const { res, visto } = await entrarConEspia('http')
    expect(res.status, 'La aplicación rechaza la solicitud con un 403').toBe(403)
    expect(visto, 'La contraseña viaja antes de que respondas').toContain(CUENTA_DE_ANA.password)
  })
})

describe('enviarHsts', () => {
  test('abre /perfil por HTTPS y pide recordarlo un año', async () => {
    const res = await responder(por('https').get('/perfil').set(token))
    expect(res.status, 'Una conexión segura sigue su camino: ¿llamas a next()?').toBe(200)
    const hsts = String(res.headers?.['strict-transport-security'])
    const frase = 'Es «max-age=…; includeSubDomains», con los segundos tal como llegan'
    expect(hsts, frase).toMatch(/^max-age=31536000; ?includeSubDomains$/)
  })

  test('no envía HSTS por HTTP', async () => {
    const sinTls = express().use(enviarHsts(60), (_req, res) => void res.json({}))
    const res = await responder(request(sinTls).get('/'))
    expect(res.status, 'También por HTTP se llama a next()').toBe(200)
    const hsts = res.headers?.['strict-transport-security']
    expect(hsts, 'Por HTTP el navegador lo ignora: se envía solo si req.secure').toBeUndefined()
  })

  test('no deja ver la contraseña ni el token a quien espía', async () => {
    const { res, visto } = await entrarConEspia('https')
    expect(res.status, 'Por HTTPS no se inicia sesión: ¿llama enviarHsts a next()?').toBe(200)
    const espiado = [CUENTA_DE_ANA.password, res.body.access_token].map((texto) => visto.includes(texto))
    expect(espiado, 'Por TLS no se lee ni la contraseña ni el token').toEqual([false, false])
  })
})

describe('proxiesDeConfianza', () => {
  const pedirTras = (proxies: string[]) => {
    const tras = request(crearApp({ secreto: SECRETO, origen, proxies }))
    return responder(tras.get('/perfil').set({ ...token, 'X-Forwarded-Proto': 'https' }))
  }

  test('cree a X-Forwarded-Proto si lo envía un proxy de confianza', async () => {
    const res = await pedirTras(['loopback'])
    expect(res.status, 'Devuelve las direcciones que recibes: Express compara con ellas').toBe(200)
  })

  test('no cree a X-Forwarded-Proto si lo envía otra máquina', async () => {
    const res = await pedirTras(['10.0.0.1'])
    expect(
      res.status,
      'Ese encabezado lo escribe cualquiera: devuelve solo las direcciones que recibes, ni true ni un número',
    ).toBe(403)
  })

  test('no cree a nadie si no hay proxies', async () => {
    expect((await pedirTras([])).status, 'Sin proxies no se cree a nadie').toBe(403)
    expect(proxiesDeConfianza([]), 'Con la lista vacía, devuelve false').toBe(false)
  })
})
