// Bucles y `switch` en vez de métodos de array.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'
import type { Rol, Usuario } from '#comun/usuarios.ts'
import { claimsDe } from '#solucion/02-proteger-rutas/guardia.ts'

export function claimsPropios(usuario: Usuario): { rol: Rol } {
  const claims = {} as { rol: Rol }
  claims.rol = usuario.rol
  return claims
}

export function esRol(valor: unknown): valor is Rol {
  switch (valor) {
    case 'admin':
    case 'usuario':
      return true
    default:
      return false
  }
}

export function exigirRol(...permitidos: Rol[]): RequestHandler {
  return function exigirRol(_req, res, next) {
    const claims = claimsDe(res)
    for (const permitido of permitidos) {
      if (claims.rol === permitido) {
        next()
        return
      }
    }
    throw new ErrorHttp(403, 'Permiso insuficiente', { cause: claims.rol })
  }
}
