// Una clase guarda los permitidos y su método es el middleware.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'
import { ROLES, type Rol, type Usuario } from '#comun/usuarios.ts'
import { claimsDe } from '#solucion/02-proteger-rutas/guardia.ts'

const PUBLICOS = ['rol'] as const

export function claimsPropios(usuario: Usuario): { rol: Rol } {
  return Object.fromEntries(PUBLICOS.map((nombre) => [nombre, usuario[nombre]])) as { rol: Rol }
}

export function esRol(valor: unknown): valor is Rol {
  return ROLES.some((rol) => rol === valor)
}

class GuardiaDeRol {
  readonly #permitidos: readonly unknown[]

  constructor(permitidos: readonly Rol[]) {
    this.#permitidos = permitidos
  }

  pasar: RequestHandler = (_req, res, next) => {
    if (this.#permitidos.includes(claimsDe(res).rol)) return setImmediate(next)
    throw new ErrorHttp(403, 'Permiso insuficiente')
  }
}

export const exigirRol = (...permitidos: Rol[]): RequestHandler => new GuardiaDeRol(permitidos).pasar
