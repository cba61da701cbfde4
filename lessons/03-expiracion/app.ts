import type { KeyObject } from 'node:crypto'
import express, { type Express } from 'express'
import { iniciarSesion, perfil } from '#comun/rutas.ts'
import { type Almacen, type Usuario, Usuarios } from '#comun/usuarios.ts'
import { exigirExpiracion, expiraEn, UNA_HORA } from '#ejercicio/03-expiracion/expiracion.ts'
import { crearToken, verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { exigirToken, identidadDe } from '#solucion/02-proteger-rutas/guardia.ts'

export interface Opciones {
  secreto: KeyObject
  almacen?: Almacen
  duracion?: number
}

export function crearApp({ secreto, almacen, duracion = UNA_HORA }: Opciones): Express {
  const usuarios = new Usuarios(almacen)
  // #region composicion
  const emitir = (usuario: Usuario) => crearToken(usuario, secreto, expiraEn(duracion))
  const conExpiracion = exigirExpiracion(duracion)
  const guardia = exigirToken((token) =>
    // Se lee de dentro afuera.
    conExpiracion(verificarToken(token, secreto)),
  )
  // #endregion composicion

  const app = express().disable('x-powered-by')
  app.post('/login', express.json(), iniciarSesion(usuarios, emitir))
  app.get('/perfil', guardia, perfil(usuarios, identidadDe))
  return app
}
