// Funciones flecha y salidas encadenadas.
import type { ErrorRequestHandler, RequestHandler } from 'express'
import jwt from 'jsonwebtoken'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'

const { TokenExpiredError } = jwt

export const traducirToken = ({ cause }: ErrorDeToken): ErrorHttp =>
  cause === undefined
    ? new ErrorHttp(401, 'Token faltante')
    : cause instanceof TokenExpiredError
      ? new ErrorHttp(401, 'Token expirado', { cause })
      : new ErrorHttp(422, 'Token inválido', { cause })

const comoEs = (error: unknown) => (error instanceof ErrorHttp ? error : undefined)

const delToken = (error: unknown) => (error instanceof ErrorDeToken ? traducirToken(error) : undefined)

const delCliente = (error: unknown) => {
  const status: unknown = Object(error).status
  const es4xx = Number.isInteger(status) && Math.trunc(Number(status) / 100) === 4
  return es4xx ? new ErrorHttp(Number(status), 'Solicitud incorrecta', { cause: error }) : undefined
}

export const traducirError = (error: unknown): ErrorHttp =>
  comoEs(error) ??
  delToken(error) ??
  delCliente(error) ??
  new ErrorHttp(500, 'Error interno', { cause: error })

export const manejarErrores =
  (registrar: (error: unknown) => void = console.error): ErrorRequestHandler =>
  (error, _req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const { status, message } = traducirError(error)
    status >= 500 && registrar(error)
    status === 401 && res.setHeader('WWW-Authenticate', 'Bearer')
    res.statusCode = status
    res.json({ error: message })
  }

export const rutaNoEncontrada: RequestHandler = () => Promise.reject(new ErrorHttp(404, 'Ruta no encontrada'))
