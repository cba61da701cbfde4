import type { KeyObject } from 'node:crypto'
import express, { type Express } from 'express'
import { iniciarSesion, perfil } from '#comun/rutas.ts'
import { type Almacen, type Usuario, Usuarios } from '#comun/usuarios.ts'
import { exigirToken, identidadDe } from '#ejercicio/02-proteger-rutas/guardia.ts'
import { crearToken, verificarToken } from '#solucion/01-generar-el-token/token.ts'

export interface Opciones {
  secreto: KeyObject
  almacen?: Almacen
}

export function crearApp({ secreto, almacen }: Opciones): Express {
  // #region composicion
  const usuarios = new Usuarios(almacen)
  const emitir = (usuario: Usuario) => crearToken(usuario, secreto)
  const guardia = exigirToken((token) => verificarToken(token, secreto))

  const app = express().disable('x-powered-by')
  app.post('/login', express.json(), iniciarSesion(usuarios, emitir))
  app.get('/perfil', guardia, perfil(usuarios, identidadDe))
  // #endregion composicion
  return app
}
