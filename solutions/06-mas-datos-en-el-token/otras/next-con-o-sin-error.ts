// Una sola llamada a `next`, con el error o con undefined.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'
import { ROLES, type Rol, type Usuario } from '#comun/usuarios.ts'
import { claimsDe } from '#solucion/02-proteger-rutas/guardia.ts'

export function claimsPropios(usuario: Usuario): { rol: Rol } {
  return { rol: usuario.rol }
}

export function esRol(valor: unknown): valor is Rol {
  return ROLES.some((rol) => rol === valor)
}

export const exigirRol =
  (...permitidos: Rol[]): RequestHandler =>
  (_req, res, next) => {
    const { rol } = claimsDe(res)
    const puede = esRol(rol) && permitidos.includes(rol)
    next(puede ? undefined : new ErrorHttp(403, 'Permiso insuficiente'))
  }
