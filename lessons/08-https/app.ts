import type { KeyObject } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express } from 'express'
import type { Revocados } from '#comun/revocados.ts'
import { iniciarSesion, perfil } from '#comun/rutas.ts'
import { type Almacen, type Usuario, Usuarios } from '#comun/usuarios.ts'
import { enviarHsts, exigirHttps, proxiesDeConfianza } from '#ejercicio/08-https/https.ts'
import { crearToken, verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { claimsDe, exigirToken, identidadDe } from '#solucion/02-proteger-rutas/guardia.ts'
import { exigirExpiracion, expiraEn, UNA_HORA } from '#solucion/03-expiracion/expiracion.ts'
import { manejarErrores, rutaNoEncontrada } from '#solucion/04-manejo-de-errores/errores.ts'
import { exigirNoRevocado, identificar, ListaDeRevocados } from '#solucion/05-revocar-tokens/revocacion.ts'
import { claimsPropios, exigirRol } from '#solucion/06-mas-datos-en-el-token/roles.ts'
import * as sensibles from '#solucion/07-nunca-contrasenas/datos-sensibles.ts'

export interface Opciones {
  secreto: KeyObject
  almacen?: Almacen
  duracion?: number
  revocados?: Revocados
  /** Dirección pública, con https. Sin ella no se exige HTTPS: solo para depurar. */
  origen?: string
  /** Proxies inversos que terminan TLS por nosotros. */
  proxies?: string[]
  /** Recibe cada error antes de que se responda. Quien lo da se encarga de registrarlo. */
  alFallar?: ErrorRequestHandler
}

const DOCE_MESES = 365 * 24 * 60 * 60

export function crearApp({
  secreto,
  almacen,
  duracion = UNA_HORA,
  revocados = new ListaDeRevocados(),
  origen,
  proxies,
  alFallar,
}: Opciones): Express {
  // #region aplicacion
  const usuarios = new Usuarios(almacen, sensibles)
  const emitir = (usuario: Usuario) =>
    crearToken(usuario, secreto, {
      ...expiraEn(duracion),
      ...identificar(),
      propios: sensibles.exigirClaimsPublicos(claimsPropios(usuario)),
    })
  const conExpiracion = exigirExpiracion(duracion)
  const noRevocado = exigirNoRevocado(revocados)
  const guardia = exigirToken((token) =>
    // Se lee de dentro afuera.
    noRevocado(conExpiracion(verificarToken(token, secreto))),
  )

  // Como la red que haya delante: para ella, /PERFIL y /perfil/ son otras rutas.
  const rutas = express.Router({ caseSensitive: true, strict: true })
  rutas.post('/login', express.json(), iniciarSesion(usuarios, emitir))
  rutas.get('/perfil', guardia, perfil(usuarios, identidadDe))
  rutas.get('/admin', guardia, exigirRol('admin'), perfil(usuarios, identidadDe, sensibles.usuarioPublico))
  rutas.post('/logout', guardia, async (_req, res) => {
    await revocados.revocar(claimsDe(res))
    res.json({ mensaje: 'Sesión cerrada' })
  })

  // #region composicion
  const app = express().disable('x-powered-by')
  if (proxies) app.set('trust proxy', proxiesDeConfianza(proxies))
  if (origen) app.use(exigirHttps(origen), enviarHsts(DOCE_MESES))
  app.use(rutas, rutaNoEncontrada)
  app.use(alFallar ? [alFallar, manejarErrores(() => {})] : manejarErrores())
  // #endregion composicion
  // #endregion aplicacion
  return app
}
