// Un ErrorHttp propio por caso, hijo del dado.
import type { ErrorRequestHandler, RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'

class TokenFaltante extends ErrorHttp {
  constructor() {
    super(401, 'Token faltante')
  }
}

class TokenExpirado extends ErrorHttp {
  constructor(cause: unknown) {
    super(401, 'Token expirado', { cause })
  }
}

class TokenInvalido extends ErrorHttp {
  constructor(cause: unknown) {
    super(422, 'Token inválido', { cause })
  }
}

export function traducirToken({ cause }: ErrorDeToken): ErrorHttp {
  if (cause === undefined) return new TokenFaltante()
  return cause instanceof jwt.TokenExpiredError ? new TokenExpirado(cause) : new TokenInvalido(cause)
}

export function traducirError(error: unknown): ErrorHttp {
  if (error instanceof ErrorDeToken) return traducirToken(error)
  if (error instanceof ErrorHttp) return error
  const estado = estadoDeCliente(error)
  const [status, mensaje] = estado ? [estado, 'Solicitud incorrecta'] : [500, 'Error interno']
  return new ErrorHttp(Number(status), String(mensaje), { cause: error })
}

function estadoDeCliente(error: unknown): number | undefined {
  const estado = (error as { status?: unknown } | null)?.status
  return typeof estado === 'number' && estado >= 400 && estado < 500 ? estado : undefined
}

export function manejarErrores(registrar: (error: unknown) => void = console.error): ErrorRequestHandler {
  // Con cuatro parámetros: así sabe Express que es un manejador de errores.
  return function manejarErrores(error, _req, res, next) {
    if (res.headersSent) return next(error)
    const traducido = traducirError(error)
    const { status, message: texto } = traducido
    const esDelServidor = status / 100 >= 5
    if (esDelServidor) registrar(error)
    const respuesta = res.status(status)
    if (status === 401) respuesta.append('WWW-Authenticate', 'Bearer')
    respuesta.json({ error: texto })
  }
}

export const rutaNoEncontrada: RequestHandler = () => {
  const error = new ErrorHttp(404, 'Ruta no encontrada')
  throw error
}
