// La decisión está en una función aparte, y el middleware solo la aplica.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'
import { ROLES, type Rol, type Usuario } from '#comun/usuarios.ts'
import { claimsDe } from '#solucion/02-proteger-rutas/guardia.ts'

export function claimsPropios(usuario: Usuario): { rol: Rol } {
  const { rol } = usuario
  return { rol }
}

export function esRol(valor: unknown): valor is Rol {
  return ROLES.some((rol) => rol === valor)
}

function exigirPermiso(rol: unknown, permitidos: readonly Rol[]): void {
  const permitido = esRol(rol) && permitidos.filter((uno) => uno === rol).length > 0
  if (!permitido) throw new ErrorHttp(403, 'Permiso insuficiente')
}

export function exigirRol(...permitidos: Rol[]): RequestHandler {
  return function exigirRol(_req, res, next): void {
    exigirPermiso(claimsDe(res).rol, permitidos)
    return next()
  }
}
