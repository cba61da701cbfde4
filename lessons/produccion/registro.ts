import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { traducirError } from '#solucion/04-manejo-de-errores/errores.ts'

/** Lo que se anota de una solicitud. Ni el token, ni el cuerpo, ni el correo, ni lo que sigue a la ruta en la URL. */
export interface Suceso {
  nivel: 'info' | 'aviso' | 'error'
  /** El mismo que recibe el cliente en `X-Request-Id`: con él se encuentra su solicitud. */
  id: string
  metodo: string
  /** La ruta como se declaró, y no la que se pidió, que puede traer cualquier cosa. */
  ruta: string
  estado: number
  /** Cuánto tardó, en milisegundos. */
  ms: number
  /** Por qué se rechazó o qué falló. */
  motivo?: string
}

/** Recibe cada suceso. En su lugar cabe `(suceso) => pino().info(suceso)` o lo que uses. */
export type Anotar = (suceso: Suceso) => void

/** Una línea de JSON por suceso, en la salida del proceso: quien lo ejecuta decide adónde va. */
export const anotarEnJson: Anotar = (suceso) => {
  process.stdout.write(`${JSON.stringify({ hora: new Date(), ...suceso })}\n`)
}

/** Los rechazos son sucesos de seguridad: se anota su causa, que al cliente no se le cuenta (OWASP Logging). */
const RECHAZOS = [401, 403, 422, 429]

// #region registro
/** Anota cada solicitud cuando se ha respondido, o cuando el cliente se fue sin esperar. Va lo primero. */
export function registrarSolicitudes(anotar: Anotar): RequestHandler {
  return function registrarSolicitudes(req, res, next) {
    const inicio = performance.now()
    const id = randomUUID()
    res.set('X-Request-Id', id)
    res.once('close', () => {
      const { statusCode: estado, locals } = res
      const ruta = req.route ? String(req.route.path) : 'ninguna'
      const ms = Math.round(performance.now() - inicio)
      anotar({ nivel: nivelDe(estado), id, metodo: req.method, ruta, estado, ms, motivo: locals.motivo })
    })
    next()
  }
}

/** Guarda la causa de un error para quien anota la solicitud. Va justo antes de `manejarErrores`. */
export const recordarMotivo: ErrorRequestHandler = (error, _req, res, next) => {
  const { status, message, cause } = traducirError(error)
  const causa = cause instanceof Error ? cause : undefined
  if (status >= 500) res.locals.motivo = causa?.stack ?? message
  else if (RECHAZOS.includes(status)) res.locals.motivo = causa?.message ?? message
  next(error)
}
// #endregion registro

function nivelDe(estado: number): Suceso['nivel'] {
  if (estado >= 500) return 'error'
  return RECHAZOS.includes(estado) ? 'aviso' : 'info'
}
