import http, { STATUS_CODES } from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { manejarErrores, rutaNoEncontrada } from '#solucion/04-manejo-de-errores/errores.ts'
import type { Certificado } from './certificado.ts'

/** Un servidor HTTP que responde en JSON también a lo que la aplicación deja escapar. */
export function crearServidor(app: Express): http.Server {
  return http.createServer(conRed(app)).on('clientError', responderIlegible)
}

/** El mismo servidor, sobre TLS. */
export function crearServidorSeguro(app: Express, certificado: Certificado): https.Server {
  return https.createServer(certificado, conRed(app)).on('clientError', responderIlegible)
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

/** Las primeras lecciones aún no manejan errores y Express respondería con HTML y la traza. */
function conRed(app: Express): Express {
  const red = express().disable('x-powered-by')
  return red.use(app, rutaNoEncontrada, manejarErrores(), ultimoRecurso)
}

/** Si hasta el manejador de errores falla, tampoco se cuenta nada. */
const ultimoRecurso: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) return next(error)
  console.error(error)
  res.status(500).json({ error: 'Error interno' })
}

/** La solicitud no se entiende o sus encabezados no caben: Express ni se entera. */
function responderIlegible(error: NodeJS.ErrnoException, conexion: Duplex): void {
  if (error.code === 'ECONNRESET' || !conexion.writable) return void conexion.destroy()
  const estado = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const cuerpo = JSON.stringify({ error: 'Solicitud incorrecta' })
  const encabezados = [
    `HTTP/1.1 ${estado} ${STATUS_CODES[estado]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(cuerpo)}`,
    'Connection: close',
  ]
  conexion.end([...encabezados, '', cuerpo].join('\r\n'))
}
