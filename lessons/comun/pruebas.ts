// Piezas que comparten las pruebas de todas las lecciones.
import { createSecretKey } from 'node:crypto'
import express, { type Express } from 'express'
import request, { type Test } from 'supertest'
import { crearToken, type OpcionesDeToken } from '#solucion/01-generar-el-token/token.ts'
import type { Claims } from './claims.ts'
import { CUENTAS } from './cuentas.ts'
import type { Revocados } from './revocados.ts'
import type { Usuario } from './usuarios.ts'

export const SECRETO = createSecretKey('un-secreto-de-pruebas-con-32-bytes!', 'utf8')
export const OTRO_SECRETO = createSecretKey('otro-secreto-de-pruebas-de-32-bytes!', 'utf8')

/** Ana es una usuaria corriente; root, un administrador. */
export const [ana, root] = CUENTAS as [Usuario, Usuario]

export const CUENTA_DE_ANA = { email: 'ana@example.com', password: 'clave-ana' }

/** Un token como los de la aplicación terminada, salvo lo que se indique. */
export function tokenDe(usuario: Usuario, opciones: OpcionesDeToken = {}): string {
  return crearToken(usuario, SECRETO, { expiresIn: 3600, jwtid: 'sesion', ...opciones })
}

/** GET con un token en el encabezado, si se da. */
export function pedir(app: Express, ruta: string, token?: string): Test {
  const solicitud = request(app).get(ruta)
  return token === undefined ? solicitud : solicitud.set('Authorization', `Bearer ${token}`)
}

/** POST sin cuerpo con un token en el encabezado, si se da. */
export function enviar(app: Express, ruta: string, token?: string): Test {
  const solicitud = request(app).post(ruta)
  return token === undefined ? solicitud : solicitud.set('Authorization', `Bearer ${token}`)
}

export function entrar(app: Express, cuenta: object = CUENTA_DE_ANA): Test {
  return request(app).post('/login').send(cuenta)
}

/** El mismo token con otro payload y la firma de antes. */
export function alterar(token: string, cambios: object): string {
  const [encabezado, payload = '', firma] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const falso = Buffer.from(JSON.stringify({ ...claims, ...cambios })).toString('base64url')
  return `${encabezado}.${falso}.${firma}`
}

/** Lo que devuelve o lo que lanza una función, espere o no. Un fallo del propio programa sigue su camino. */
export async function desenlace(llamar: () => unknown): Promise<{ devuelve?: unknown; lanza?: unknown }> {
  try {
    return { devuelve: await llamar() }
  } catch (lanza) {
    if ([ReferenceError, TypeError, RangeError].some((clase) => lanza instanceof clase)) throw lanza
    return { lanza }
  }
}

/** Una lista de revocados que responde después, como las que están en otro proceso. */
export class ListaLenta implements Revocados {
  readonly #jtis = new Set<string | undefined>()

  async revocar({ jti }: Claims): Promise<void> {
    await new Promise(setImmediate)
    this.#jtis.add(jti)
  }

  async contiene(jti: string): Promise<boolean> {
    await new Promise(setImmediate)
    return this.#jtis.has(jti)
  }
}

/** Más de las que necesita cualquier espera de verdad en una solicitud sin cuerpo, incluso un import(). */
const VUELTAS = 250

/**
 * La misma aplicación, que responde 504 si nadie responde y ya no queda nada en marcha: desde que la solicitud
 * llegó entera se cuentan vueltas de los temporizadores, no segundos, y da igual lo ocupada que esté la máquina.
 */
export function sinCuelgues(app: Express): Express {
  return express().use((req, res, next) => {
    const vigilar = (vueltas: number) => {
      if (res.headersSent) return
      if (vueltas === 0) return void res.sendStatus(504)
      setTimeout(vigilar, 0, req.complete ? vueltas - 1 : vueltas)
    }
    vigilar(VUELTAS)
    app(req, res, next)
  })
}
