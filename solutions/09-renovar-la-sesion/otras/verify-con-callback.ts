// `jwt.verify` con función de retorno, el payload completo y un `switch`.
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
  let leida: Renovacion | undefined
  jwt.verify(token, clave, { algorithms: ['HS256'], complete: true }, (error, completo) => {
    const payload = completo?.payload
    if (error || typeof payload !== 'object') return
    if (typeof payload.sid === 'string' && typeof payload.numero === 'number')
      leida = { sid: payload.sid, numero: payload.numero }
  })
  if (leida) return leida
  throw rechazada('No es un token de renovación')
}

export async function renovar(sesiones: Sesiones, { sid, numero }: Renovacion): Promise<Sesion> {
  const avanzada = await sesiones.avanzar(sid, numero)
  const sesion = avanzada ?? (await sesiones.buscar(sid))
  const segundos = Math.floor(Date.now() / 1000)
  switch (true) {
    case avanzada !== undefined:
      return avanzada
    case sesion?.numero === numero + 1 && segundos <= sesion.renovada + MARGEN:
      return sesion
    default:
      await sesiones.cerrar(sid)
      throw rechazada()
  }
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
