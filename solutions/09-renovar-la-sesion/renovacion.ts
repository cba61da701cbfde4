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

/** Lo que un token de renovación dice de sí mismo. */
export type Renovacion = Pick<Sesion, 'sid' | 'numero'>

/** La clave con la que se firman los tokens de renovación: con otra, ninguno pasa por un token de acceso. */
export function claveDeRenovacion(secreto: KeyObject): KeyObject {
  return createSecretKey(createHmac('sha256', secreto).update('renovacion').digest())
}

/** Crea el token de renovación que corresponde a una sesión: con el mismo número, es siempre el mismo. */
export function crearRenovacion({ sid, numero, renovada, expira }: Sesion, clave: KeyObject): string {
  // #region crear-renovacion
  // Firma con ALGORITMO un payload con sid, numero, iat (renovada) y exp (expira).
  return jwt.sign({ sid, numero, iat: renovada, exp: expira }, clave, { algorithm: ALGORITMO })
  // #endregion crear-renovacion
}

/** Lee un token de renovación nuestro y vigente; a cualquier otro responde 401 «Renovación rechazada». */
export function leerRenovacion(token: string, clave: KeyObject): Renovacion {
  // #region leer-renovacion
  // Verifícalo solo con ALGORITMO y devuelve su sid y su numero; si falla, ErrorHttp 401 con la causa.
  try {
    return jwt.verify(token, clave, { algorithms: [ALGORITMO] }) as Renovacion & jwt.JwtPayload
  } catch (cause) {
    throw new ErrorHttp(401, 'Renovación rechazada', { cause })
  }
  // #endregion leer-renovacion
}

/** Renueva una sesión. Un token ya usado la cierra, porque lo tienen dos, y responde 401 «Renovación rechazada». */
export async function renovar(sesiones: Sesiones, { sid, numero }: Renovacion): Promise<Sesion> {
  const ahora = Date.now() / 1000
  // #region renovar
  // Si avanza, devuélvela. Si su número es ya el siguiente desde hace MARGEN o menos, devuelve la que hay. Si no,
  // ciérrala y lanza ErrorHttp 401.
  const avanzada = await sesiones.avanzar(sid, numero)
  if (avanzada) return avanzada
  const actual = await sesiones.buscar(sid)
  if (actual?.numero === numero + 1 && ahora - actual.renovada <= MARGEN) return actual
  await sesiones.cerrar(sid)
  throw new ErrorHttp(401, 'Renovación rechazada')
  // #endregion renovar
}

/** La sesión de la que es un token de acceso: su `jti` empieza por el `sid`. */
export function sesionDe({ jti = '' }: Claims): string {
  return jti.split('.')[0] ?? ''
}

/** Lo que hace falta para renovar. */
export interface ConQueRenovar {
  sesiones: Sesiones
  usuarios: Usuarios
  clave: KeyObject
}

/** POST /renovar: renueva y responde con lo que dé `entregar`. Si la cuenta ya no existe, 401 «Usuario no encontrado». */
export function renovarSesion(
  { sesiones, usuarios, clave }: ConQueRenovar,
  entregar: (usuario: Usuario, sesion: Sesion, res: Response) => object,
): RequestHandler {
  return async function renovarSesion(req, res) {
    const { refresh_token: token }: Record<string, unknown> = Object(req.body)
    // #region renovar-sesion
    // Si token no es un texto, ErrorDeToken. Léelo, renueva, busca la cuenta y responde, sin caché, lo que dé entregar.
    if (typeof token !== 'string') throw new ErrorDeToken()
    const sesion = await renovar(sesiones, leerRenovacion(token, clave))
    const usuario = usuarios.porId(sesion.identidad)
    if (!usuario) throw new ErrorHttp(401, 'Usuario no encontrado')
    res.set('Cache-Control', 'no-store').json(entregar(usuario, sesion, res))
    // #endregion renovar-sesion
  }
}
