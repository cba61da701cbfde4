import * as deLaLeccion7 from '#solucion/07-nunca-contrasenas/datos-sensibles.ts'
import { AlmacenEnMemoria } from './almacen-en-memoria.ts'

export const ROLES = ['admin', 'usuario'] as const
export type Rol = (typeof ROLES)[number]

export interface Usuario {
  id: number
  email: string
  rol: Rol
  /** Lo que se guarda en lugar de la contraseña: `sal:hash`. */
  resumen: string
}

/** Dónde viven las cuentas: en memoria en las pruebas, en SQLite cuando la aplicación corre. */
export interface Almacen {
  porId(id: number): Usuario | undefined
  porEmail(email: string): Usuario | undefined
}

/** Cómo se guarda y se comprueba una contraseña. Es tarea de la lección 7. */
export interface Contrasenas {
  comprobar(contrasena: string, resumen: string): Promise<boolean>
}

/** Se compara con él si el correo no existe, para tardar lo mismo que si existiera. */
const SENUELO =
  'b05e03cdce051fa6740e8e2d9b358d90:0275fea93cdf0ab3121def8e0ee219c0935786c1cbddda89de3e2cbc7a6b9717'

/** Quién es quién: busca cuentas y comprueba credenciales. */
export class Usuarios {
  readonly #almacen: Almacen
  readonly #contrasenas: Contrasenas

  constructor(almacen: Almacen = new AlmacenEnMemoria(), contrasenas: Contrasenas = deLaLeccion7) {
    this.#almacen = almacen
    this.#contrasenas = contrasenas
  }

  /** El usuario con ese id, que en un token siempre es un texto (`sub`). */
  porId(id: string): Usuario | undefined {
    return /^[1-9]\d{0,14}$/.test(id) ? this.#almacen.porId(Number(id)) : undefined
  }

  /** El usuario de esas credenciales; tarda lo mismo si el correo no existe (OWASP Authentication). */
  async porCredenciales(email: unknown, password: unknown): Promise<Usuario | undefined> {
    if (typeof email !== 'string' || typeof password !== 'string') return undefined
    const usuario = this.#almacen.porEmail(email)
    const coincide = await this.#contrasenas.comprobar(password, usuario?.resumen ?? SENUELO)
    return coincide ? usuario : undefined
  }
}
