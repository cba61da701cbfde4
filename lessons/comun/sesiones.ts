import { randomUUID } from 'node:crypto'
import { porTandas } from './tandas.ts'

/** Lo que el servidor recuerda de una sesión. No es ninguna credencial: leerlo no deja entrar a nadie. */
export interface Sesion {
  sid: string
  /** El id de su usuario, como texto. */
  identidad: string
  /** El número del último token de renovación que se entregó. */
  numero: number
  /** Cuándo se entregó y cuándo acaba la sesión, en segundos. */
  renovada: number
  expira: number
}

/**
 * Lo que la renovación pide a cualquier almacén de sesiones. El de este proceso responde en el acto; uno que
 * ven varios, después. Para él, una sesión que expiró no existe.
 */
export interface Sesiones {
  /** Abre una sesión, con el número 1. Si la cuenta tiene ya demasiadas, cierra la más antigua. */
  abrir(identidad: string): Sesion | Promise<Sesion>
  buscar(sid: string): Sesion | undefined | Promise<Sesion | undefined>
  /**
   * Pasa una sesión de ese número al siguiente y la devuelve. Comprueba y cambia de una vez: de dos que lo
   * piden con el mismo número, solo una lo consigue. Sin sesión, o con otro número, no toca nada.
   */
  avanzar(sid: string, numero: number): Sesion | undefined | Promise<Sesion | undefined>
  /** Cierra una sesión, si está abierta. */
  cerrar(sid: string): void | Promise<void>
}

/** Lo que dura una sesión desde que se abre, en segundos. Renovarla no la alarga. */
export const OCHO_HORAS = 8 * 60 * 60
/** Las sesiones que una cuenta tiene abiertas a la vez. */
export const POR_CUENTA = 10

/** Las sesiones, en la memoria de este proceso: una entrada por sesión, se renueve cuanto se renueve. */
export class SesionesEnMemoria implements Sesiones {
  readonly #abiertas = new Map<string, Sesion>()
  /** Los `sid` de cada cuenta, del más antiguo al más reciente. */
  readonly #porCuenta = new Map<string, Set<string>>()
  /** Las que toca mirar esta vez: abrir tarda lo mismo con mil sesiones que con un millón. */
  readonly #tanda = porTandas(this.#abiertas)

  /** Cuántas recuerda. */
  get tamano(): number {
    return this.#abiertas.size
  }

  abrir(identidad: string): Sesion {
    for (const [sid, { expira }] of this.#tanda()) if (expira <= ahora()) this.cerrar(sid)
    const suyas = this.#porCuenta.get(identidad) ?? new Set()
    const [masAntigua = ''] = suyas
    if (suyas.size >= POR_CUENTA) this.cerrar(masAntigua)
    const sesion = nuevaSesion(identidad)
    this.#abiertas.set(sesion.sid, sesion)
    this.#porCuenta.set(identidad, suyas.add(sesion.sid))
    return { ...sesion }
  }

  buscar(sid: string): Sesion | undefined {
    const sesion = this.#abiertas.get(sid)
    return sesion && sesion.expira > ahora() ? { ...sesion } : undefined
  }

  avanzar(sid: string, numero: number): Sesion | undefined {
    const sesion = this.buscar(sid)
    if (!sesion || sesion.numero !== numero) return undefined
    const siguiente = { ...sesion, numero: numero + 1, renovada: ahora() }
    this.#abiertas.set(sid, siguiente)
    return { ...siguiente }
  }

  cerrar(sid: string): void {
    const sesion = this.#abiertas.get(sid)
    if (!sesion) return
    this.#abiertas.delete(sid)
    const suyas = this.#porCuenta.get(sesion.identidad)
    suyas?.delete(sid)
    if (suyas?.size === 0) this.#porCuenta.delete(sesion.identidad)
  }
}

export function nuevaSesion(identidad: string): Sesion {
  return { sid: randomUUID(), identidad, numero: 1, renovada: ahora(), expira: ahora() + OCHO_HORAS }
}

const ahora = () => Math.floor(Date.now() / 1000)
