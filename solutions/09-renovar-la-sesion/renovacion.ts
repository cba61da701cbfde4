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
  // #region clave-de-renovacion
  // Devuelve, como KeyObject, el HMAC-SHA256 del texto «renovar» con ese secreto.
  return createSecretKey(createHmac('sha256', secreto).update('renovar').digest())
  // #endregion clave-de-renovacion
}

/** El token de renovación que corresponde a una sesión: con el mismo número, es siempre el mismo. */
export function crearRenovacion(sesion: Sesion, clave: KeyObject): string {
  const { sid, numero, renovada, expira } = sesion
  return jwt.sign({ sid, numero, iat: renovada, exp: expira }, clave, { algorithm: ALGORITMO })
}

/** Lee un token de renovación con nuestra firma y vigente; a cualquier otro, `rechazada`. */
export function leerRenovacion(token: string, clave: KeyObject): Renovacion {
  // #region leer-renovacion
  // Verifícalo con la clave y solo con ALGORITMO. Devuelve sid y numero si son un texto y un número. Si algo
  // falla, lanza rechazada().
  try {
    const { sid, numero } = Object(jwt.verify(token, clave, { algorithms: [ALGORITMO] }))
    if (typeof sid !== 'string' || typeof numero !== 'number') throw new Error('contenido inesperado')
    return { sid, numero }
  } catch (cause) {
    throw rechazada(cause)
  }
  // #endregion leer-renovacion
}

/** Renueva una sesión. Un token ya usado la cierra, porque lo tienen dos, y lanza `rechazada`. */
export async function renovar(sesiones: Sesiones, renovacion: Renovacion): Promise<Sesion> {
  const { sid, numero } = renovacion
  // #region renovar
  // Avanza la sesión y devuélvela. Si no pudo, búscala: si va por el número siguiente y se renovó hace MARGEN
  // segundos o menos, devuélvela; si no, ciérrala y lanza rechazada(). El almacén puede tardar: espéralo.
  const avanzada = await sesiones.avanzar(sid, numero)
  if (avanzada) return avanzada
  const actual = await sesiones.buscar(sid)
  const ahora = Date.now() / 1000
  if (actual?.numero === numero + 1 && ahora - actual.renovada <= MARGEN) return actual
  await sesiones.cerrar(sid)
  throw rechazada()
  // #endregion renovar
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
    // #region renovar-sesion
    // Si token no es un texto, ErrorDeToken sin causa. Léelo, renueva y busca la cuenta de su identidad
    // (porId); si no existe, ErrorHttp 401. Responde lo que dé entregar(usuario, sesion, res), con
    // Cache-Control: no-store.
    if (typeof token !== 'string') throw new ErrorDeToken()
    const sesion = await renovar(sesiones, leerRenovacion(token, clave))
    const usuario = usuarios.porId(sesion.identidad)
    if (!usuario) throw new ErrorHttp(401, 'Usuario no encontrado')
    res.set('Cache-Control', 'no-store').json(entregar(usuario, sesion, res))
    // #endregion renovar-sesion
  }
}
