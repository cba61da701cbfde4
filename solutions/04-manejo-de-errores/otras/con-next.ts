// `rutaNoEncontrada` pasa el error a `next`, y `registrar` recibe también la ruta.
import type { ErrorRequestHandler, RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'

export function traducirToken({ cause }: ErrorDeToken): ErrorHttp {
  const opciones = cause === undefined ? undefined : { cause }
  if (!cause) return new ErrorHttp(401, 'Token faltante', opciones)
  const expiro = cause instanceof jwt.TokenExpiredError
  const [estado, mensaje] = expiro ? ([401, 'expirado'] as const) : ([422, 'inválido'] as const)
  return new ErrorHttp(estado, `Token ${mensaje}`, opciones)
}

export function traducirError(error: unknown): ErrorHttp {
  if (error instanceof ErrorHttp) {
    return error
  } else if (error instanceof ErrorDeToken) {
    return traducirToken(error)
  } else if (estadoDeCliente(error) !== undefined) {
    return new ErrorHttp(estadoDeCliente(error)!, 'Solicitud incorrecta', { cause: error })
  } else {
    return new ErrorHttp(500, 'Error interno', { cause: error })
  }
}

function estadoDeCliente(error: unknown): number | undefined {
  const estado = (error as { status?: unknown } | null)?.status
  return typeof estado === 'number' && estado >= 400 && estado < 500 ? estado : undefined
}

export function manejarErrores(
  registrar: (error: unknown, ruta?: string) => void = console.error,
): ErrorRequestHandler {
  // Con cuatro parámetros: así sabe Express que es un manejador de errores.
  return function manejarErrores(error, req, res, next) {
    if (res.headersSent) return next(error)
    const paraElCliente = traducirError(error)
    if (paraElCliente.status >= 500) registrar(error, req.path)
    if (paraElCliente.status === 401) res.header('www-authenticate', 'Bearer')
    return res.status(paraElCliente.status).send({ error: paraElCliente.message })
  }
}

export const rutaNoEncontrada: RequestHandler = (_req, _res, next) => {
  next(new ErrorHttp(404, 'Ruta no encontrada'))
}
