import type { KeyObject } from 'node:crypto'
import express, { type Express } from 'express'
import { iniciarSesion, perfil } from '#comun/rutas.ts'
import { type Almacen, type Usuario, Usuarios } from '#comun/usuarios.ts'
import { manejarErrores, rutaNoEncontrada } from '#ejercicio/04-manejo-de-errores/errores.ts'
import { crearToken, verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { exigirToken, identidadDe } from '#solucion/02-proteger-rutas/guardia.ts'
import { exigirExpiracion, expiraEn, UNA_HORA } from '#solucion/03-expiracion/expiracion.ts'

export interface Opciones {
  secreto: KeyObject
  almacen?: Almacen
  duracion?: number
}

export function crearApp({ secreto, almacen, duracion = UNA_HORA }: Opciones): Express {
  const usuarios = new Usuarios(almacen)
  const emitir = (usuario: Usuario) => crearToken(usuario, secreto, expiraEn(duracion))
  const conExpiracion = exigirExpiracion(duracion)
  const guardia = exigirToken((token) =>
    // Se lee de dentro afuera.
    conExpiracion(verificarToken(token, secreto)),
  )

  // #region composicion
  const rutas = express.Router()
  rutas.post('/login', express.json(), iniciarSesion(usuarios, emitir))
  rutas.get('/perfil', guardia, perfil(usuarios, identidadDe))

  const app = express().disable('x-powered-by')
  app.use(rutas, rutaNoEncontrada, manejarErrores())
  // #endregion composicion
  return app
}
