// Sin ayudas de Express: `writeHead` y `end`.
import type { ErrorRequestHandler, RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'

export function traducirToken({ cause }: ErrorDeToken): ErrorHttp {
  const falta = cause === undefined || cause === null
  if (falta) return new ErrorHttp(401, 'Token faltante')
  const expirado = cause instanceof jwt.TokenExpiredError && cause instanceof jwt.JsonWebTokenError
  if (expirado) return new ErrorHttp(401, 'Token expirado', { cause })
  return new ErrorHttp(422, 'Token inválido', { cause })
}

export function traducirError(error: unknown): ErrorHttp {
  try {
    if (error instanceof ErrorHttp) return error
    if (error instanceof ErrorDeToken) return traducirToken(error)
    const estado = estadoDeCliente(error)
    if (estado !== undefined) return new ErrorHttp(estado, 'Solicitud incorrecta', { cause: error })
  } catch (otro) {
    return new ErrorHttp(500, 'Error interno', { cause: otro })
  }
  return new ErrorHttp(500, 'Error interno', { cause: error })
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
    if (status >= 500) registrar(error)
    if (status === 401) res.setHeader('WWW-Authenticate', 'Bearer')
    res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
    res.end(JSON.stringify({ error: message }))
  }
}

export const rutaNoEncontrada: RequestHandler = (req, _res, next) => {
  const atendida = req.path === ''
  return next(atendida ? undefined : new ErrorHttp(404, 'Ruta no encontrada'))
}
