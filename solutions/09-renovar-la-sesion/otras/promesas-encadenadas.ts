// Promesas encadenadas con `then`, y el rechazo con Promise.reject.
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'
import type { Sesion, Sesiones } from '#comun/sesiones.ts'
import type { Usuario, Usuarios } from '#comun/usuarios.ts'

const ALGORITMO = 'HS256'
const MARGEN = 10

export type Renovacion = Pick<Sesion, 'sid' | 'numero'>

const rechazada = (cause?: unknown) => new ErrorHttp(401, 'Renovación rechazada', { cause })

export function claveDeRenovacion(secreto: KeyObject): KeyObject {
  return createSecretKey(createHmac('sha256', secreto).update('renovar').digest())
}

export function crearRenovacion({ sid, numero, renovada, expira }: Sesion, clave: KeyObject): string {
  return jwt.sign({ sid, numero, iat: renovada, exp: expira }, clave, { algorithm: ALGORITMO })
}

export function leerRenovacion(token: string, clave: KeyObject): Renovacion {
  try {
    const { sid, numero } = Object(jwt.verify(token, clave, { algorithms: [ALGORITMO] }))
    if (typeof sid === 'string' && typeof numero === 'number') return { sid, numero }
  } catch (cause) {
    throw rechazada(cause)
  }
  throw rechazada()
}

export function renovar(sesiones: Sesiones, { sid, numero }: Renovacion): Promise<Sesion> {
  const recienUsado = (actual?: Sesion) =>
    actual?.numero === numero + 1 && Date.now() / 1000 - actual.renovada <= MARGEN ? actual : undefined
  return Promise.resolve(sesiones.avanzar(sid, numero))
    .then((avanzada) => avanzada ?? Promise.resolve(sesiones.buscar(sid)).then(recienUsado))
    .then(
      (sesion) =>
        sesion ?? Promise.resolve(sesiones.cerrar(sid)).then(() => Promise.reject<Sesion>(rechazada())),
    )
}

export function sesionDe({ jti = '' }: Claims): string {
  return jti.split('.')[0] ?? ''
}

export interface ConQueRenovar {
  sesiones: Sesiones
  usuarios: Usuarios
  clave: KeyObject
}

export function renovarSesion(
  { sesiones, usuarios, clave }: ConQueRenovar,
  entregar: (usuario: Usuario, sesion: Sesion, res: Response) => object,
): RequestHandler {
  return (req, res, next) => {
    const token: unknown = req.body?.refresh_token
    if (typeof token !== 'string') return next(new ErrorDeToken())
    renovar(sesiones, leerRenovacion(token, clave))
      .then((sesion) => {
        const usuario = usuarios.porId(sesion.identidad)
        if (!usuario) throw new ErrorHttp(401, 'Usuario no encontrado')
        res.setHeader('Cache-Control', 'no-store')
        res.send(entregar(usuario, sesion, res))
      })
      .catch(next)
  }
}
