import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import { ErrorDeToken, ErrorHttp } from '#comun/errores.ts'
import type { Sesion, Sesiones } from '#comun/sesiones.ts'
import type { Usuario, Usuarios } from '#comun/usuarios.ts'

const ALGORITMO = 'HS256'
/** Cuánto se admite otra vez un token recién usado, en segundos: dos pestañas, o una respuesta que se perdió. */
const MARGEN = 10

/** Lo que un token de renovación dice: de qué sesión es y qué número tiene en ella. */
export type Renovacion = Pick<Sesion, 'sid' | 'numero'>

/** Siempre las mismas palabras: quien robó un token no sabrá si se descubrió. */
const rechazada = (cause?: unknown) => new ErrorHttp(401, 'Renovación rechazada', { cause })

/** La clave que firma los tokens de renovación: sale del secreto, y con ella no se firma ninguno de acceso. */
export function claveDeRenovacion(secreto: KeyObject): KeyObject {
  // TODO 1: Devuelve, como KeyObject, el HMAC-SHA256 del texto «renovar» con ese secreto.
  throw new Error('TODO 1: clave-de-renovacion')
}

/** El token de renovación que corresponde a una sesión: con el mismo número, es siempre el mismo. */
export function crearRenovacion(sesion: Sesion, clave: KeyObject): string {
  const { sid, numero, renovada, expira } = sesion
  return jwt.sign({ sid, numero, iat: renovada, exp: expira }, clave, { algorithm: ALGORITMO })
}

/** Lee un token de renovación con nuestra firma y vigente; a cualquier otro, `rechazada`. */
export function leerRenovacion(token: string, clave: KeyObject): Renovacion {
  // TODO 2: Verifícalo con la clave y solo con ALGORITMO. Devuelve sid y numero si son un texto y un número. Si algo
  // falla, lanza rechazada().
  throw new Error('TODO 2: leer-renovacion')
}

/** Renueva una sesión. Un token ya usado la cierra, porque lo tienen dos, y lanza `rechazada`. */
export async function renovar(sesiones: Sesiones, renovacion: Renovacion): Promise<Sesion> {
  const { sid, numero } = renovacion
  // TODO 3: Avanza la sesión y devuélvela. Si no pudo, búscala: si va por el número siguiente y se renovó hace MARGEN
  // segundos o menos, devuélvela; si no, ciérrala y lanza rechazada(). El almacén puede tardar: espéralo.
  throw new Error('TODO 3: renovar')
}

/** El `sid` de la sesión de un token de acceso: su `jti` empieza por él. */
export function sesionDe(claims: Claims): string {
  return String(claims.jti).replace(/\..*/, '')
}

/** Lo que hace falta para renovar. */
export interface ConQueRenovar {
  sesiones: Sesiones
  usuarios: Usuarios
  clave: KeyObject
}

/** POST /renovar: renueva y responde lo que dé `entregar`. Si la cuenta ya no existe, 401 «Usuario no encontrado». */
export function renovarSesion(
  { sesiones, usuarios, clave }: ConQueRenovar,
  entregar: (usuario: Usuario, sesion: Sesion, res: Response) => object,
): RequestHandler {
  return async function renovarSesion(req, res) {
    const { refresh_token: token }: Record<string, unknown> = Object(req.body)
    // TODO 4: Si token no es un texto, ErrorDeToken sin causa. Léelo, renueva y busca la cuenta de su identidad
    // (porId); si no existe, ErrorHttp 401. Responde lo que dé entregar(usuario, sesion, res), con
    // Cache-Control: no-store.
    throw new Error('TODO 4: renovar-sesion')
  }
}
