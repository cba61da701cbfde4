import cors from 'cors'
import express, { type Express } from 'express'
import { type Contador, limitarIntentos } from '#comun/intentos.ts'
import type { Revocados } from '#comun/revocados.ts'
import type { Almacen } from '#comun/usuarios.ts'
import { manejarErrores } from '#solucion/04-manejo-de-errores/errores.ts'
import { proxiesDeConfianza } from '#solucion/08-https/https.ts'
import { crearApp } from '../08-https/app.ts'
import type { Configuracion } from './configuracion.ts'
import { type Anotar, recordarMotivo, registrarSolicitudes } from './registro.ts'

/** Lo que la aplicación usa y no es suyo. */
export interface Piezas {
  almacen: Almacen
  revocados: Revocados
  contador: Contador
  anotar: Anotar
  /** Indica si se le pueden mandar solicitudes: deja de ser así al cerrar. */
  estaLista: () => boolean
}

/** La aplicación de la lección 8 con lo que pide un servidor de verdad. */
export function crearAppDeProduccion(
  { secreto, duracion, origen, proxies, paginas }: Configuracion,
  { almacen, revocados, contador, anotar, estaLista }: Piezas,
): Express {
  // #region produccion
  const api = crearApp({ secreto, duracion, almacen, revocados, origen, alFallar: recordarMotivo })

  const app = express().disable('x-powered-by').set('trust proxy', proxiesDeConfianza(proxies))
  app.use(registrarSolicitudes(anotar))
  app.get('/salud', (_req, res) => void res.json({ estado: 'viva' }))
  app.get('/salud/lista', (_req, res) => {
    const lista = estaLista()
    res.status(lista ? 200 : 503).json({ estado: lista ? 'lista' : 'cerrando' })
  })
  if (paginas.length > 0) app.use(cors({ origin: paginas, maxAge: 600 }))
  app.post('/login', express.json(), limitarIntentos(contador))
  app.use(
    api,
    recordarMotivo,
    manejarErrores(() => {}),
  )
  // #endregion produccion
  return app
}
