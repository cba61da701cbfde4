import http, { type IncomingMessage, STATUS_CODES } from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import { manejarErrores, rutaNoEncontrada } from '#solucion/04-manejo-de-errores/errores.ts'
import type { Certificado } from './certificado.ts'
import { ErrorHttp } from './errores.ts'

/** De que falte `Host` se encarga `conRed`: Node lo rechaza sin decir por qué. */
const OPCIONES = { requireHostHeader: false } satisfies http.ServerOptions

/** Un servidor HTTP que responde en JSON también a lo que la aplicación deja escapar. */
export function crearServidor(app: Express): http.Server {
  return conModales(http.createServer(OPCIONES, conRed(app)))
}

/** El mismo servidor, sobre TLS. */
export function crearServidorSeguro(app: Express, certificado: Certificado): https.Server {
  return conModales(https.createServer({ ...OPCIONES, ...certificado }, conRed(app)))
}

/** Un middleware que avisa de cada token que la aplicación entrega: la sesión los enseña a quien estudia. */
export function alEntregarToken(avisar: (token: string) => void): RequestHandler {
  return function alEntregarToken(_req, res, next) {
    const json = res.json
    res.json = (cuerpo) => {
      const token: unknown = Object(cuerpo).access_token
      if (typeof token === 'string') avisar(token)
      return json.call(res, cuerpo)
    }
    next()
  }
}

/**
 * Las primeras lecciones aún no manejan errores y Express respondería con HTML y la traza. Lo que una aplicación
 * deja escapar se recoge aparte: así las demás solicitudes, que son casi todas, no pagan por ello.
 */
function conRed(app: Express): http.RequestListener {
  const escapados = new WeakMap<IncomingMessage, unknown>()
  const red = express().disable('x-powered-by')
  const devolver: RequestHandler = (req, _res, next) => next(escapados.get(req))
  red.use(devolver, rutaNoEncontrada, manejarErrores(), ultimoRecurso)
  return function atender(req, res) {
    const recoger = (error?: unknown) => {
      escapados.set(req, error)
      red(req, res)
    }
    const defecto = defectoDe(req)
    if (defecto) return recoger(defecto)
    const entrar = app as RequestHandler
    entrar(req as Request, res as Response, recoger)
  }
}

/** Lo que admite `express.json()` si no se le dice otra cosa, en bytes. */
const CUERPO_MAXIMO = 100 * 1024

/** Por qué no hace falta ni preguntar a la aplicación. */
function defectoDe({ httpVersion, rawHeaders, headers }: IncomingMessage): ErrorHttp | undefined {
  // HTTP/1.1 pide un `Host` y uno solo (RFC 9112 §3.2).
  const hosts = rawHeaders.filter((texto, i) => i % 2 === 0 && texto.toLowerCase() === 'host')
  if (httpVersion === '1.1' && hosts.length !== 1) return new ErrorHttp(400, 'Solicitud incorrecta')
  // A quien anuncia un cuerpo enorme se le responde ya: `express.json()` esperaría a que llegara entero.
  if (Number(headers['content-length']) > CUERPO_MAXIMO) return new ErrorHttp(413, 'Solicitud incorrecta')
  return undefined
}

/** Si hasta el manejador de errores falla, tampoco se cuenta nada. */
const ultimoRecurso: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) return next(error)
  console.error(error)
  res.status(500).json({ error: 'Error interno' })
}

/** Lo que Node atiende sin pasar por la aplicación, también en JSON. */
function conModales<T extends http.Server>(servidor: T): T {
  servidor.on('clientError', responderIlegible)
  // No somos un proxy: no se abren túneles.
  servidor.on('connect', (_req: IncomingMessage, conexion: Duplex) => rechazar(conexion, 405))
  // Promete algo distinto de esperar el «100 Continue» (RFC 9110 §10.1.1).
  servidor.on('checkExpectation', ({ socket }: IncomingMessage) => rechazar(socket, 417))
  return servidor
}

/** La solicitud no se entiende o sus encabezados no caben: Express ni se entera. */
function responderIlegible(error: NodeJS.ErrnoException, conexion: Duplex): void {
  if (error.code === 'ECONNRESET' || !conexion.writable) return void conexion.destroy()
  rechazar(conexion, error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400)
}

function rechazar(conexion: Duplex, estado: number): void {
  const cuerpo = JSON.stringify({ error: 'Solicitud incorrecta' })
  const encabezados = [
    `HTTP/1.1 ${estado} ${STATUS_CODES[estado]}`,
    ...(estado === 405 ? ['Allow: GET, HEAD, POST, OPTIONS'] : []),
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(cuerpo)}`,
    'Connection: close',
  ]
  conexion.end([...encabezados, '', cuerpo].join('\r\n'))
}
