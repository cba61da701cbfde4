// Nada se lanza: cada error, también el de claimsDe, va a `next`.
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
  return (_req, res, next) => {
    try {
      const { rol } = claimsDe(res)
      if (esRol(rol) && permitidos.includes(rol)) return next()
      return next(new ErrorHttp(403, 'Permiso insuficiente'))
    } catch (error) {
      next(error)
    }
  }
}
