// Una clase guarda el secreto; las funciones que se exportan la usan.
import { createSecretKey, type KeyObject } from 'node:crypto'
import jwt, { type SignOptions } from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'
import type { Usuario } from '#comun/usuarios.ts'

export interface OpcionesDeToken extends Pick<SignOptions, 'expiresIn' | 'jwtid'> {
  propios?: object
}

const ALGORITMO = 'HS256'
const BYTES_MINIMOS = 32

export function exigirSecreto(secreto: string | undefined): KeyObject {
  const mide = (texto: string) => Buffer.from(texto).byteLength
  if (typeof secreto !== 'string' || mide(secreto) < BYTES_MINIMOS) {
    throw new Error('SECRETO INSEGURO: SE EXIGEN 32 BYTES')
  }
  return createSecretKey(secreto, 'utf8')
}

export function crearToken(
  usuario: Pick<Usuario, 'id'>,
  clave: KeyObject,
  { propios = {}, ...opciones }: OpcionesDeToken = {},
): string {
  return new Firmador(clave).firmar(usuario.id, propios, opciones)
}

export function verificarToken(token: string, clave: KeyObject): Claims {
  try {
    return new Firmador(clave).verificar(token)
  } catch (error) {
    // Un payload que no es un objeto JSON hace tropezar a jsonwebtoken con otros errores.
    const tropiezo = error instanceof SyntaxError || error instanceof TypeError
    throw tropiezo ? new jwt.JsonWebTokenError('payload ilegible', error) : error
  }
}

class Firmador {
  readonly #clave: KeyObject

  constructor(clave: KeyObject) {
    this.#clave = clave
  }

  firmar(id: number, propios: object, opciones: SignOptions): string {
    return jwt.sign(propios, this.#clave, { ...opciones, subject: `${id}`, algorithm: ALGORITMO })
  }

  verificar(token: string): Claims {
    const opciones = { algorithms: [ALGORITMO], complete: true } satisfies jwt.VerifyOptions
    return leerClaims(jwt.verify(token, this.#clave, opciones))
  }
}

function leerClaims({ header, payload }: jwt.Jwt): Claims {
  const { sub, iat = 0, type = 'access' }: Record<string, unknown> = Object(payload)
  const previsto = typeof sub === 'string' && typeof iat === 'number' && type === 'access'
  if (!previsto || header.crit !== undefined) {
    throw new jwt.JsonWebTokenError('contenido inesperado')
  }
  return payload as Claims
}
