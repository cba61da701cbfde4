// Registra después de responder, y los mensajes van en constantes.
import type { ErrorRequestHandler, RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'

const MENSAJES = {
  falta: 'Token faltante',
  expirado: 'Token expirado',
  invalido: 'Token inválido',
} as const

export function traducirToken({ cause }: ErrorDeToken): ErrorHttp {
  if (cause instanceof jwt.TokenExpiredError) return new ErrorHttp(401, MENSAJES.expirado, { cause })
  if (cause !== undefined) return new ErrorHttp(422, MENSAJES.invalido, { cause })
  return new ErrorHttp(401, MENSAJES.falta)
}

export function traducirError(error: unknown): ErrorHttp {
  const estado = error instanceof ErrorDeToken ? undefined : estadoDeCliente(error)
  if (error instanceof ErrorHttp) return error
  if (error instanceof ErrorDeToken) return traducirToken(error)
  if (!estado) return new ErrorHttp(500, 'Error interno', { cause: error })
  return new ErrorHttp(estado, 'Solicitud incorrecta', { cause: error })
}

function estadoDeCliente(error: unknown): number | undefined {
  const estado = (error as { status?: unknown } | null)?.status
  return typeof estado === 'number' && estado >= 400 && estado < 500 ? estado : undefined
}

export function manejarErrores(registrar: (error: unknown) => void = console.error): ErrorRequestHandler {
  // Con cuatro parámetros: así sabe Express que es un manejador de errores.
  return function manejarErrores(error, _req, res, next) {
    if (res.headersSent) return next(error)
    const { status, message } = traducirError(error)
    if (status === 401) res.vary('Authorization').set('WWW-Authenticate', 'Bearer')
    res.status(status).json({ error: message })
    if (status >= 500) registrar(error)
  }
}

export const rutaNoEncontrada: RequestHandler = () => {
  throw Object.assign(new ErrorHttp(404, 'Ruta no encontrada'), { cuando: new Date() })
}
