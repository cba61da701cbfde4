// Un `switch` para el token y un middleware asíncrono que lanza.
import type { ErrorRequestHandler, RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'

export function traducirToken({ cause }: ErrorDeToken): ErrorHttp {
  switch (true) {
    case cause === undefined:
      return new ErrorHttp(401, 'Token faltante')
    case cause instanceof jwt.TokenExpiredError:
      return new ErrorHttp(401, 'Token expirado', { cause })
    default:
      return new ErrorHttp(422, 'Token inválido', { cause })
  }
}

export function traducirError(error: unknown): ErrorHttp {
  const opciones = { cause: error }
  const estado = estadoDeCliente(error) ?? 500
  switch (true) {
    case error instanceof ErrorHttp:
      return error
    case error instanceof ErrorDeToken:
      return traducirToken(error)
    default:
      return new ErrorHttp(estado, estado === 500 ? 'Error interno' : 'Solicitud incorrecta', opciones)
  }
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
    const encabezados = status === 401 ? { 'WWW-Authenticate': 'Bearer realm="api"' } : {}
    if (status > 499) registrar(error)
    res.set(encabezados).status(status).json({ error: message })
  }
}

export const rutaNoEncontrada: RequestHandler = async () => {
  throw new ErrorHttp(404, 'Ruta no encontrada')
}
