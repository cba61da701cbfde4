import express, { type Express } from 'express'
import { iniciarSesion, perfil } from '#comun/rutas.ts'
import { type Almacen, type Usuario, Usuarios } from '#comun/usuarios.ts'
import { exigirNoRevocado, identificar, ListaDeRevocados } from '#ejercicio/05-revocar-tokens/revocacion.ts'
import { crearToken, verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { claimsDe, exigirToken, identidadDe } from '#solucion/02-proteger-rutas/guardia.ts'
import { exigirExpiracion, expiraEn, UNA_HORA } from '#solucion/03-expiracion/expiracion.ts'
import { manejarErrores, rutaNoEncontrada } from '#solucion/04-manejo-de-errores/errores.ts'

export interface Opciones {
  secreto: string
  almacen?: Almacen
  duracion?: number
  revocados?: ListaDeRevocados
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

  const app = express().disable('x-powered-by').use(express.json())
  app.post('/login', iniciarSesion(usuarios, emitir))
  app.get('/perfil', guardia, perfil(usuarios, identidadDe))
  app.post('/logout', guardia, (_req, res) => {
    revocados.revocar(claimsDe(res))
    res.json({ mensaje: 'Sesión cerrada' })
  })
  // #endregion composicion
  app.use(rutaNoEncontrada, manejarErrores())
  return app
}
