// Cada decisión en su función y el manejador asíncrono.
import type { ErrorRequestHandler, RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'

export function traducirToken({ cause }: ErrorDeToken): ErrorHttp {
  const con = (estado: number, mensaje: string) =>
    new ErrorHttp(estado, mensaje, cause === undefined ? {} : { cause })
  if (cause === undefined) return con(401, 'Token faltante')
  if (cause instanceof jwt.TokenExpiredError) return con(401, 'Token expirado')
  return con(422, 'Token inválido')
}

export function traducirError(error: unknown): ErrorHttp {
  if (error instanceof ErrorHttp) return error
  if (error instanceof ErrorDeToken) return traducirToken(error)
  return ajeno(error, estadoDeCliente(error))
}

function ajeno(cause: unknown, estado = 500): ErrorHttp {
  const mensaje = estado < 500 ? 'Solicitud incorrecta' : 'Error interno'
  return new ErrorHttp(estado, mensaje, { cause })
}

function estadoDeCliente(error: unknown): number | undefined {
  const estado = (error as { status?: unknown } | null)?.status
  return typeof estado === 'number' && estado >= 400 && estado < 500 ? estado : undefined
}

export function manejarErrores(registrar: (error: unknown) => void = console.error): ErrorRequestHandler {
  // Con cuatro parámetros: así sabe Express que es un manejador de errores.
  return async function manejarErrores(error, _req, res, next) {
    if (res.headersSent) return next(error)
    const { status, message } = traducirError(error)
    if (!(status < 500)) await registrar(error)
    if (status === 401) res.set({ 'WWW-Authenticate': 'Bearer error="invalid_token"' })
    res
      .status(status)
      .type('json')
      .send(JSON.stringify({ error: message }))
  }
}

export const rutaNoEncontrada: RequestHandler = () => {
  const [estado, mensaje] = [404, 'Ruta no encontrada'] as const
  throw new ErrorHttp(estado, mensaje)
}
