import type { KeyObject } from 'node:crypto'
import express, { type Express } from 'express'
import { iniciarSesion } from '#comun/rutas.ts'
import { type Almacen, type Usuario, Usuarios } from '#comun/usuarios.ts'
import { crearToken } from '#ejercicio/01-generar-el-token/token.ts'

export interface Opciones {
  secreto: KeyObject
  almacen?: Almacen
}

export function crearApp({ secreto, almacen }: Opciones): Express {
  // #region composicion
  const usuarios = new Usuarios(almacen)
  const emitir = (usuario: Usuario) => crearToken(usuario, secreto)

  const app = express().disable('x-powered-by')
  app.post('/login', express.json(), iniciarSesion(usuarios, emitir))
  // #endregion composicion
  return app
}
