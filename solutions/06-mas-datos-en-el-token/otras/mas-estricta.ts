// Más estricta: comprueba el tipo antes, y un rol desconocido es un error nuestro con su propia clase.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'
import { ROLES, type Rol, type Usuario } from '#comun/usuarios.ts'
import { claimsDe } from '#solucion/02-proteger-rutas/guardia.ts'

export function claimsPropios(usuario: Usuario): { rol: Rol } {
  if (!esRol(usuario.rol)) throw new Error(`La cuenta ${usuario.id} no tiene un rol conocido`)
  return Object.freeze({ rol: usuario.rol })
}

export function esRol(valor: unknown): valor is Rol {
  if (typeof valor !== 'string') return false
  return ROLES.findIndex((rol) => Object.is(rol, valor)) >= 0
}

class SinPermiso extends ErrorHttp {
  constructor() {
    super(403, 'Permiso insuficiente')
  }
}

export function exigirRol(...permitidos: Rol[]): RequestHandler {
  return function exigirRol(_req, res, next) {
    const { rol } = claimsDe(res)
    if (esRol(rol) && permitidos.includes(rol)) next()
    else throw new SinPermiso()
  }
}
