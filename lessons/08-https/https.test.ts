import http from 'node:http'
import https from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import express from 'express'
import request from 'supertest'
import { afterAll, describe, expect, test } from 'vitest'
import { generarCertificado } from '#comun/certificado.ts'
import { espiar } from '#comun/espia.ts'
import { ana, CUENTA_DE_ANA, SECRETO, tokenDe } from '#comun/pruebas.ts'
import { enviarHsts, proxiesDeConfianza } from '#ejercicio/08-https/https.ts'
import { crearApp } from './app.ts'

const origen = 'https://api.ejemplo.com'
const conToken = { Authorization: `Bearer ${tokenDe(ana)}` }
const { cert, key } = generarCertificado()

const cierres: (() => void)[] = []
afterAll(() => cierres.forEach((cerrar) => cerrar()))

async function escuchar(servidor: Server): Promise<number> {
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo))
  cierres.push(() => servidor.close())
  return (servidor.address() as AddressInfo).port
}

const app = crearApp({ secreto: SECRETO, origen })
const puertoHttp = await escuchar(http.createServer(app))
const puertoHttps = await escuchar(https.createServer({ cert, key }, app))
const porHttp = request(`http://127.0.0.1:${puertoHttp}`)
const porHttps = request(`https://127.0.0.1:${puertoHttps}`)

describe('por HTTP', () => {
  test('redirige una visita a la misma ruta con https', async () => {
    const res = await porHttp.get('/perfil?a=1').set('Host', 'malo.com').redirects(0)
    expect(res.status, 'Una visita sin credenciales se redirige con 308').toBe(308)
    expect(res.get('Location'), 'Usa el origen configurado y req.originalUrl, no Host').toBe(
      `${origen}/perfil?a=1`,
    )
  })

  test('responde 403 a lo que ya trae un token o una contraseña', async () => {
    const perfil = await porHttp.get('/perfil').set(conToken).redirects(0)
    const login = await porHttp.post('/login').send(CUENTA_DE_ANA).redirects(0)
    expect([perfil.status, login.status], 'Redirigir escondería que el secreto ya viajó en claro').toEqual([
      403, 403,
    ])
    expect(perfil.body).toEqual({ error: 'Usa HTTPS' })
  })

  test('no envía HSTS', async () => {
    const prueba = express().use(enviarHsts(60), (_req, res) => void res.json({}))
    const res = await request(prueba).get('/')
    expect(res.status, '¿Olvidaste llamar a next()?').toBe(200)
    expect(res.get('Strict-Transport-Security'), 'Por HTTP el navegador lo ignora').toBeUndefined()
  })
})

describe('por HTTPS', () => {
  test('abre /perfil y pide recordar un año que este sitio es HTTPS', async () => {
    const res = await porHttps.get('/perfil').set(conToken).ca(cert)
    expect(res.status, 'Una conexión segura debe seguir su camino').toBe(200)
    expect(res.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains')
  })
})

describe('detrás de un proxy', () => {
  const pedirComo = (proxies: string[]) =>
    request(crearApp({ secreto: SECRETO, origen, proxies }))
      .get('/perfil')
      .set(conToken)
      .set('X-Forwarded-Proto', 'https')

  test('cree a X-Forwarded-Proto si lo envía un proxy de confianza', async () => {
    const res = await pedirComo(['loopback'])
    expect(res.status, '¿Devuelves las direcciones de los proxies?').toBe(200)
  })

  test('no cree a X-Forwarded-Proto si lo envía cualquiera', async () => {
    const [ninguno, otro] = [await pedirComo([]), await pedirComo(['10.0.0.1'])]
    expect([ninguno.status, otro.status], 'trust proxy: true cree a cualquiera').toEqual([403, 403])
    expect(proxiesDeConfianza([])).toBe(false)
  })
})

describe('alguien espía la red', () => {
  async function entrarConEspia(destino: number, protocolo: 'http' | 'https') {
    const espia = await espiar(destino)
    cierres.push(() => espia.cerrar())
    const res = await request(`${protocolo}://127.0.0.1:${espia.puerto}`)
      .post('/login')
      .send(CUENTA_DE_ANA)
      .ca(cert)
    return { res, visto: espia.visto() }
  }

  test('ve la contraseña si viaja por HTTP', async () => {
    const { res, visto } = await entrarConEspia(puertoHttp, 'http')
    expect(res.status, 'La aplicación la rechaza, pero ya viajó').toBe(403)
    expect(visto).toContain(CUENTA_DE_ANA.password)
  })

  test('no ve nada si viaja por HTTPS', async () => {
    const { res, visto } = await entrarConEspia(puertoHttps, 'https')
    expect(res.status, 'Por HTTPS se puede iniciar sesión').toBe(200)
    expect(visto).not.toContain(CUENTA_DE_ANA.password)
    expect(visto).not.toContain(res.body.access_token)
  })
})
