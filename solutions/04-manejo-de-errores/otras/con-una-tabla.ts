// Una lista de casos, de lo particular a lo general.
import type { ErrorRequestHandler, RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'

export function traducirToken({ cause }: ErrorDeToken): ErrorHttp {
  const casos: [boolean, 401 | 422, string][] = [
    [cause === undefined, 401, 'Token faltante'],
    [cause instanceof jwt.TokenExpiredError, 401, 'Token expirado'],
    [true, 422, 'Token inválido'],
  ]
  const [, estado, mensaje] = casos.find(([vale]) => vale)!
  return new ErrorHttp(estado, mensaje, { cause })
}

export function traducirError(error: unknown): ErrorHttp {
  let traducido = new ErrorHttp(500, 'Error interno', { cause: error })
  const estado = estadoDeCliente(error)
  if (estado) traducido = new ErrorHttp(estado, 'Solicitud incorrecta', { cause: error })
  if (error instanceof ErrorDeToken) traducido = traducirToken(error)
  if (error instanceof ErrorHttp) traducido = error
  return traducido
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
    const cuerpo = Object.freeze({ error: message })
    switch (Math.floor(status / 100)) {
      case 5:
        registrar(error)
        break
      case 4:
        if (status === 401) res.set('WWW-Authenticate', 'Bearer')
        break
    }
    res.status(status)
    res.json(cuerpo)
  }
}

export const rutaNoEncontrada: RequestHandler = () => {
  throw new ErrorHttp(404, ['Ruta', 'no', 'encontrada'].join(' '))
}
