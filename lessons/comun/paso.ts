// Un middleware suelto, con una solicitud de verdad y sin más aplicación que él.
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler } from 'express'
import { afterAll } from 'vitest'
import { manejarErrores } from '#solucion/04-manejo-de-errores/errores.ts'
import { desenlace } from './pruebas.ts'

/** La solicitud que se hace, y a quién cree Express si dice `X-Forwarded-Proto`. */
export interface Paso {
  metodo?: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options' | 'mkcol' | 'trace'
  encabezados?: Record<string, string>
  proxies?: string | false
}

// La misma aplicación y el mismo servidor para todos, que van uno tras otro: crearlos cuesta más que la solicitud.
const app = express()
const servidor = createServer(app)
let atender: RequestHandler
/** Las que se espera a quien ya respondió y aún hace algo. */
const VUELTAS = 20
app.use('/v1', (req, res, next) => atender(req, res, next))
afterAll(() => void servidor.close())

/** Sin supertest, que cuesta tanto como lo demás: cada prueba hace muchas. */
async function solicitar(method: string, headers: Record<string, string>) {
  const { port } = servidor.address() as AddressInfo
  const opciones = { host: '127.0.0.1', port, method, path: '/v1/perfil?a=1', headers, agent: false }
  let texto = ''
  const respuesta = await new Promise<IncomingMessage>((acabada, falla) => {
    request(opciones, (res) => {
      res.setEncoding('utf8').on('data', (trozo) => (texto += trozo))
      res.on('error', falla).on('end', () => acabada(res))
    })
      .on('error', falla)
      .end()
  })
  const esJson = /json/.test(respuesta.headers['content-type'] ?? '') && texto
  return {
    status: respuesta.statusCode ?? 0,
    headers: respuesta.headers,
    body: esJson ? JSON.parse(texto) : {},
  }
}

/** Pasa una solicitud por un middleware: qué hizo, en orden, y qué vio el cliente; `hsts`, al seguir. No mira el reloj. */
export async function pasar(
  middleware: RequestHandler,
  { metodo = 'get', encabezados = {}, proxies = false }: Paso,
) {
  const hizo: string[] = []
  let hsts: unknown
  let fallo: unknown
  let acabado = false
  app.set('trust proxy', proxies)
  atender = async (req, res, seguir) => {
    const rechazar = (error: unknown) => res.headersSent || manejarErrores(() => {})(error, req, res, seguir)
    const next = (aviso?: unknown) => {
      hsts = res.get('Strict-Transport-Security')
      hizo.push(aviso === undefined ? 'sigue' : 'rechaza')
      if (aviso !== undefined) rechazar(aviso)
    }
    const { lanza, devuelve } = await desenlace(() => middleware(req, res, next)).catch((error) => {
      fallo = error
      return { lanza: error, devuelve: undefined }
    })
    await new Promise(setImmediate)
    if (devuelve instanceof Error) hizo.push('devuelve un error')
    if (res.headersSent && !hizo.includes('rechaza')) hizo.push('responde')
    if (lanza !== undefined) hizo.push('rechaza')
    if (lanza !== undefined) rechazar(lanza)
    if (!res.writableEnded) res.status(204).end()
    acabado = true
  }
  if (!servidor.listening) await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo))
  const { status, headers, body } = await solicitar(metodo, encabezados)
  for (let vuelta = 0; vuelta < VUELTAS && !acabado; vuelta++) await new Promise(setImmediate)
  const propio = fallo instanceof Error && !('code' in fallo)
  if (propio) throw fallo
  return { hizo, hsts, status, body, recibidos: headers, destino: String(headers.location) }
}
