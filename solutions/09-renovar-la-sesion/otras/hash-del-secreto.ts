// Deriva la clave con un SHA-256 del secreto y una etiqueta, y compara en milisegundos.
import { createHash, createSecretKey, type KeyObject } from 'node:crypto'
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
  const bytes = createHash('sha256').update(secreto.export()).update('\0renovar').digest()
  return createSecretKey(bytes)
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

export async function renovar(sesiones: Sesiones, { sid, numero }: Renovacion): Promise<Sesion> {
  const avanzada = await sesiones.avanzar(sid, numero)
  if (avanzada) return avanzada
  const actual = await sesiones.buscar(sid)
  const desde = actual ? Date.now() - actual.renovada * 1000 : Infinity
  if (actual?.numero === numero + 1 && desde <= MARGEN * 1000) return actual
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
  { sesiones, usuarios, clave }: ConQueRenovar,
  entregar: (usuario: Usuario, sesion: Sesion, res: Response) => object,
): RequestHandler {
  return async function renovarSesion(req, res) {
    const { refresh_token: token }: Record<string, unknown> = Object(req.body)
    if (typeof token !== 'string') throw new ErrorDeToken()
    const sesion = await renovar(sesiones, leerRenovacion(token, clave))
    const usuario = usuarios.porId(sesion.identidad)
    if (!usuario) throw new ErrorHttp(401, 'Usuario no encontrado')
    res.set('Cache-Control', 'no-store').json(entregar(usuario, sesion, res))
  }
}
