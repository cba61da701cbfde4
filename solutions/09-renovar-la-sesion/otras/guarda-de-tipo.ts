// Una guarda de tipo dice si el payload es una renovación, y el `throw` va en un solo sitio.
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

function esRenovacion(payload: unknown): payload is Renovacion {
  if (typeof payload !== 'object' || payload === null) return false
  const { sid, numero } = payload as Partial<Record<string, unknown>>
  return typeof sid === 'string' && Number.isInteger(numero)
}

function leido(token: string, clave: KeyObject): unknown {
  try {
    return jwt.verify(token, clave, { algorithms: [ALGORITMO] })
  } catch {
    return undefined
  }
}

export function leerRenovacion(token: string, clave: KeyObject): Renovacion {
  const payload = leido(token, clave)
  if (!esRenovacion(payload)) throw rechazada()
  return payload
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
