// Responde el 403 a mano y sale con return, sin lanzar.
import type { RequestHandler } from 'express'
import { ROLES, type Rol, type Usuario } from '#comun/usuarios.ts'
import { claimsDe } from '#solucion/02-proteger-rutas/guardia.ts'

export function claimsPropios(usuario: Usuario): { rol: Rol } {
  return { rol: usuario.rol }
}

export function esRol(valor: unknown): valor is Rol {
  return ROLES.some((rol) => rol === valor)
}

export function exigirRol(...permitidos: Rol[]): RequestHandler {
  return function exigirRol(_req, res, next) {
    const { rol } = claimsDe(res)
    if (permitidos.some((permitido) => permitido === rol)) return next()
    res.status(403).json({ error: 'Permiso insuficiente' })
  }
}
