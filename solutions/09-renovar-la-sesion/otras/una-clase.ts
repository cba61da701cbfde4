// Lo que decide va en una clase con métodos privados; las funciones solo la llaman.
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

class Renovador {
  readonly #sesiones: Sesiones

  constructor(sesiones: Sesiones) {
    this.#sesiones = sesiones
  }

  async renovar(renovacion: Renovacion): Promise<Sesion> {
    const sesion = (await this.#avanzar(renovacion)) || (await this.#repetida(renovacion))
    if (!sesion) await this.#sesiones.cerrar(renovacion.sid)
    if (!sesion) throw rechazada()
    return { ...sesion }
  }

  #avanzar({ sid, numero }: Renovacion) {
    return this.#sesiones.avanzar(sid, numero)
  }

  async #repetida({ sid, numero }: Renovacion): Promise<Sesion | null> {
    const sesion = await this.#sesiones.buscar(sid)
    if (!sesion || sesion.numero - 1 !== numero) return null
    const haceMucho = Date.now() / 1000 > sesion.renovada + MARGEN
    return haceMucho ? null : sesion
  }
}

export const renovar = (sesiones: Sesiones, renovacion: Renovacion): Promise<Sesion> =>
  new Renovador(sesiones).renovar(renovacion)

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
