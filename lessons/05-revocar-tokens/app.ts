import type { KeyObject } from 'node:crypto'
import express, { type Express } from 'express'
import type { Revocados } from '#comun/revocados.ts'
import { iniciarSesion, perfil } from '#comun/rutas.ts'
import { type Almacen, type Usuario, Usuarios } from '#comun/usuarios.ts'
import { exigirNoRevocado, identificar, ListaDeRevocados } from '#ejercicio/05-revocar-tokens/revocacion.ts'
import { crearToken, verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { claimsDe, exigirToken, identidadDe } from '#solucion/02-proteger-rutas/guardia.ts'
import { exigirExpiracion, expiraEn, UNA_HORA } from '#solucion/03-expiracion/expiracion.ts'
import { manejarErrores, rutaNoEncontrada } from '#solucion/04-manejo-de-errores/errores.ts'

export interface Opciones {
  secreto: KeyObject
  almacen?: Almacen
  duracion?: number
  revocados?: Revocados
}

export function crearApp({
  secreto,
  almacen,
  duracion = UNA_HORA,
  revocados = new ListaDeRevocados(),
}: Opciones): Express {
  const usuarios = new Usuarios(almacen)
  // #region composicion
  const emitir = (usuario: Usuario) =>
    crearToken(usuario, secreto, { ...expiraEn(duracion), ...identificar() })
  const conExpiracion = exigirExpiracion(duracion)
  const noRevocado = exigirNoRevocado(revocados)
  const guardia = exigirToken((token) =>
    // Se lee de dentro afuera.
    noRevocado(conExpiracion(verificarToken(token, secreto))),
  )

  const rutas = express.Router()
  rutas.post('/login', express.json(), iniciarSesion(usuarios, emitir))
  rutas.get('/perfil', guardia, perfil(usuarios, identidadDe))
  rutas.post('/logout', guardia, async (_req, res) => {
    await revocados.revocar(claimsDe(res))
    res.json({ mensaje: 'Sesión cerrada' })
  })
  // #endregion composicion

  const app = express().disable('x-powered-by')
  app.use(rutas, rutaNoEncontrada, manejarErrores())
  return app
}
