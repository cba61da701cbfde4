// Los roles y los permitidos son conjuntos: pertenecer es has.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'
import { ROLES, type Rol, type Usuario } from '#comun/usuarios.ts'
import { claimsDe } from '#solucion/02-proteger-rutas/guardia.ts'

const CONOCIDOS: ReadonlySet<unknown> = new Set(ROLES)

export function claimsPropios({ rol }: Usuario): { rol: Rol } {
  return { rol }
}

export function esRol(valor: unknown): valor is Rol {
  return CONOCIDOS.has(valor)
}

export function exigirRol(...roles: Rol[]): RequestHandler {
  const permitidos = new Set<unknown>(roles)
  return (_req, res, next) => {
    if (!permitidos.has(claimsDe(res).rol)) throw new ErrorHttp(403, 'Permiso insuficiente')
    next()
  }
}
