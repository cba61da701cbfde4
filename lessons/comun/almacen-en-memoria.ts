import { CUENTAS } from './cuentas.ts'
import type { Almacen, Usuario } from './usuarios.ts'

/** Las cuentas en un array: cada prueba estrena el suyo. */
export class AlmacenEnMemoria implements Almacen {
  readonly #cuentas: readonly Usuario[]

  constructor(cuentas: readonly Usuario[] = CUENTAS) {
    this.#cuentas = cuentas
  }

  porId(id: number): Usuario | undefined {
    return this.#cuentas.find((cuenta) => cuenta.id === id)
  }

  porEmail(email: string): Usuario | undefined {
    return this.#cuentas.find((cuenta) => cuenta.email === email)
  }
}
