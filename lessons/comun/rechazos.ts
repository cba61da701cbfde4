import type { ErrorRequestHandler } from 'express'
import { traducirError } from '#solucion/04-manejo-de-errores/errores.ts'

const RECHAZOS = [401, 403, 422]

/** Anota cada rechazo con su hora, su ruta y su causa. Va justo antes de `manejarErrores`. */
export function anotarRechazos(escribir: (linea: string) => void = console.warn): ErrorRequestHandler {
  // #region rechazos
  return function anotarRechazos(error, req, _res, next) {
    const { status, message, cause } = traducirError(error)
    const motivo = cause instanceof Error ? cause.message : message
    // Ni el token, ni el cuerpo, ni lo que sigue a la ruta en la URL.
    const suceso = { hora: new Date(), estado: status, metodo: req.method, ruta: req.path, motivo }
    if (RECHAZOS.includes(status)) escribir(JSON.stringify(suceso))
    next(error)
  }
  // #endregion rechazos
}
