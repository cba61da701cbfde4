// El middleware devuelve una promesa encadenada con `then` y `catch`.
import type { RequestHandler } from 'express'
import { ErrorHttp } from '#comun/errores.ts'
import { ROLES, type Rol, type Usuario } from '#comun/usuarios.ts'
import { claimsDe } from '#solucion/02-proteger-rutas/guardia.ts'

export function claimsPropios(usuario: Usuario): { rol: Rol } {
  return { rol: usuario.rol }
}

export const esRol = (valor: unknown): valor is Rol => (ROLES as readonly unknown[]).includes(valor)

export function exigirRol(...permitidos: Rol[]): RequestHandler {
  return (_req, res, next) =>
    Promise.resolve()
      .then(() => claimsDe(res).rol)
      .then((rol) => {
        if (!esRol(rol) || permitidos.indexOf(rol) === -1) throw new ErrorHttp(403, 'Permiso insuficiente')
      })
      .then(() => next(), next)
}
