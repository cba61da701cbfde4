// Un middleware asíncrono que lanza: Express 5 recoge su rechazo.
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

export function exigirRol(...permitidos: Rol[]): RequestHandler {
  return async function exigirRol(_req, res, next) {
    const { rol } = await Promise.resolve(claimsDe(res))
    if (!esRol(rol) || !permitidos.includes(rol)) throw new ErrorHttp(403, 'Permiso insuficiente')
    next()
  }
}
