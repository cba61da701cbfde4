// La ruta reúne los errores en un `try` y los pasa con `next`; el cuerpo se lee con `?.`.
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

export const leerRenovacion = (token: string, clave: KeyObject): Renovacion => {
  let payload: jwt.JwtPayload | string = ''
  try {
    payload = jwt.verify(token, clave, { algorithms: [ALGORITMO], ignoreExpiration: false })
  } catch (cause) {
    throw rechazada(cause)
  }
  if (typeof payload === 'string') throw rechazada()
  const { sid, numero } = payload
  if (typeof sid !== 'string') throw rechazada()
  if (typeof numero !== 'number' || numero < 1) throw rechazada()
  return { numero, sid }
}

export async function renovar(sesiones: Sesiones, { sid, numero }: Renovacion): Promise<Sesion> {
  const avanzada = await sesiones.avanzar(sid, numero)
  if (avanzada) return avanzada
  const actual = await sesiones.buscar(sid)
  const ahora = Date.now() / 1000
  if (actual?.numero === numero + 1 && ahora - actual.renovada <= MARGEN) return actual
  await sesiones.cerrar(sid)
  throw rechazada()
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
  con: ConQueRenovar,
  entregar: (usuario: Usuario, sesion: Sesion, res: Response) => object,
): RequestHandler {
  return async (req, res, next) => {
    try {
      const token: unknown = req.body?.refresh_token
      if (typeof token === 'string') {
        const sesion = await renovar(con.sesiones, leerRenovacion(token, con.clave))
        const usuario = con.usuarios.porId(sesion.identidad)
        if (usuario === undefined) throw new ErrorHttp(401, 'Usuario no encontrado')
        res
          .status(200)
          .header('Cache-Control', 'no-store')
          .json({ ...entregar(usuario, sesion, res) })
      } else throw new ErrorDeToken(undefined)
    } catch (error) {
      next(error)
    }
  }
}
