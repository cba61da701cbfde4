import type { KeyObject } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express } from 'express'
import type { Revocados } from '#comun/revocados.ts'
import { iniciarSesion, perfil } from '#comun/rutas.ts'
import { type Sesion, type Sesiones, SesionesEnMemoria } from '#comun/sesiones.ts'
import { type Almacen, type Usuario, Usuarios } from '#comun/usuarios.ts'
import {
  claveDeRenovacion,
  crearRenovacion,
  renovarSesion,
  sesionDe,
} from '#ejercicio/09-renovar-la-sesion/renovacion.ts'
import { crearToken, verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { claimsDe, exigirToken, identidadDe } from '#solucion/02-proteger-rutas/guardia.ts'
import { exigirExpiracion, expiraEn, UNA_HORA } from '#solucion/03-expiracion/expiracion.ts'
import { manejarErrores, rutaNoEncontrada } from '#solucion/04-manejo-de-errores/errores.ts'
import { exigirNoRevocado, identificar, ListaDeRevocados } from '#solucion/05-revocar-tokens/revocacion.ts'
import { claimsPropios, exigirRol } from '#solucion/06-mas-datos-en-el-token/roles.ts'
import * as sensibles from '#solucion/07-nunca-contrasenas/datos-sensibles.ts'
import { enviarHsts, exigirHttps, proxiesDeConfianza } from '#solucion/08-https/https.ts'

export interface Opciones {
  secreto: KeyObject
  almacen?: Almacen
  /** Lo que dura un token de acceso, en segundos. Con renovación bastan cinco minutos. */
  duracion?: number
  revocados?: Revocados
  sesiones?: Sesiones
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
  sesiones = new SesionesEnMemoria(),
  origen,
  proxies,
  alFallar,
}: Opciones): Express {
  // #region aplicacion
  const usuarios = new Usuarios(almacen, sensibles)
  // #region composicion
  const clave = claveDeRenovacion(secreto)
  const entregar = (usuario: Usuario, sesion: Sesion) => ({
    access_token: crearToken(usuario, secreto, {
      ...expiraEn(duracion),
      // Sigue siendo único, y ahora dice de qué sesión es.
      jwtid: `${sesion.sid}.${identificar().jwtid}`,
      propios: sensibles.exigirClaimsPublicos(claimsPropios(usuario)),
    }),
    refresh_token: crearRenovacion(sesion, clave),
  })
  const abrir = async (usuario: Usuario) => entregar(usuario, await sesiones.abrir(String(usuario.id)))
  // #endregion composicion
  const conExpiracion = exigirExpiracion(duracion)
  const noRevocado = exigirNoRevocado(revocados)
  const guardia = exigirToken((token) =>
    // Se lee de dentro afuera.
    noRevocado(conExpiracion(verificarToken(token, secreto))),
  )

  // #region rutas
  // Como la red que haya delante: para ella, /PERFIL y /perfil/ son otras rutas.
  const rutas = express.Router({ caseSensitive: true, strict: true })
  rutas.post('/login', express.json(), iniciarSesion(usuarios, abrir))
  rutas.post('/renovar', express.json(), renovarSesion({ sesiones, usuarios, clave }, entregar))
  rutas.get('/perfil', guardia, perfil(usuarios, identidadDe))
  rutas.get('/admin', guardia, exigirRol('admin'), perfil(usuarios, identidadDe, sensibles.usuarioPublico))
  rutas.post('/logout', guardia, async (_req, res) => {
    const claims = claimsDe(res)
    await sesiones.cerrar(sesionDe(claims))
    await revocados.revocar(claims)
    res.json({ mensaje: 'Sesión cerrada' })
  })
  // #endregion rutas

  const app = express().disable('x-powered-by')
  if (proxies) app.set('trust proxy', proxiesDeConfianza(proxies))
  if (origen) app.use(exigirHttps(origen), enviarHsts(DOCE_MESES))
  app.use(rutas, rutaNoEncontrada)
  app.use(alFallar ? [alFallar, manejarErrores(() => {})] : manejarErrores())
  // #endregion aplicacion
  return app
}
