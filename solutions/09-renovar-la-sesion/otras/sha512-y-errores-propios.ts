// Deriva 64 bytes con SHA-512 y lanza una clase propia, que hereda de la que se pide.
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

class RenovacionRechazada extends ErrorHttp {
  constructor(cause?: unknown) {
    super(401, 'Renovación rechazada', { cause })
  }
}

class CuentaBorrada extends ErrorHttp {
  constructor() {
    super(401, 'Usuario no encontrado')
  }
}

export function claveDeRenovacion(secreto: KeyObject): KeyObject {
  return createSecretKey(createHmac('sha512', secreto).update('renovar').digest())
}

export function crearRenovacion({ sid, numero, renovada, expira }: Sesion, clave: KeyObject): string {
  return jwt.sign({ sid, numero, iat: renovada, exp: expira }, clave, { algorithm: ALGORITMO })
}

export function leerRenovacion(token: string, clave: KeyObject): Renovacion {
  try {
    const { sid, numero } = Object(jwt.verify(token, clave, { algorithms: [ALGORITMO] }))
    if (typeof sid === 'string' && typeof numero === 'number') return { sid, numero }
  } catch (cause) {
    throw new RenovacionRechazada(cause)
  }
  throw new RenovacionRechazada()
}

export async function renovar(sesiones: Sesiones, { sid, numero }: Renovacion): Promise<Sesion> {
  const avanzada = await sesiones.avanzar(sid, numero)
  if (avanzada) return avanzada
  const actual = await sesiones.buscar(sid)
  const ahora = Date.now() / 1000
  if (actual?.numero === numero + 1 && ahora - actual.renovada <= MARGEN) return actual
  await sesiones.cerrar(sid)
  throw new RenovacionRechazada()
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
    if (!usuario) throw new CuentaBorrada()
    res.set('Cache-Control', 'no-store').json(entregar(usuario, sesion, res))
  }
}
