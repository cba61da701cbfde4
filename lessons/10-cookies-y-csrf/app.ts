import type { KeyObject } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express'
import { exigirOrigenes } from '#comun/origenes.ts'
import type { Revocados } from '#comun/revocados.ts'
import { iniciarSesion, perfil } from '#comun/rutas.ts'
import { type Sesion, type Sesiones, SesionesEnMemoria } from '#comun/sesiones.ts'
import { type Almacen, type Usuario, Usuarios } from '#comun/usuarios.ts'
import {
  aceptarCookie,
  COOKIE,
  COOKIE_DE_RENOVACION,
  exigirOrigen,
  leerCookie,
  opcionesDeCookie,
} from '#ejercicio/10-cookies-y-csrf/cookies.ts'
import { crearToken, verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { claimsDe, exigirToken, identidadDe } from '#solucion/02-proteger-rutas/guardia.ts'
import { exigirExpiracion, expiraEn, UNA_HORA } from '#solucion/03-expiracion/expiracion.ts'
import { manejarErrores, rutaNoEncontrada } from '#solucion/04-manejo-de-errores/errores.ts'
import { exigirNoRevocado, identificar, ListaDeRevocados } from '#solucion/05-revocar-tokens/revocacion.ts'
import { claimsPropios, exigirRol } from '#solucion/06-mas-datos-en-el-token/roles.ts'
import * as sensibles from '#solucion/07-nunca-contrasenas/datos-sensibles.ts'
import { enviarHsts, exigirHttps, proxiesDeConfianza } from '#solucion/08-https/https.ts'
import {
  claveDeRenovacion,
  crearRenovacion,
  renovarSesion,
  sesionDe,
} from '#solucion/09-renovar-la-sesion/renovacion.ts'

export interface Opciones {
  secreto: KeyObject
  almacen?: Almacen
  /** Lo que dura un token de acceso, en segundos. Con renovación bastan cinco minutos. */
  duracion?: number
  revocados?: Revocados
  sesiones?: Sesiones
  /** Dirección pública, con https. Sin ella no se exige HTTPS: solo para depurar. */
  origen?: string
  /** De qué otras páginas, además de las de `origen`, se acepta una cookie para cambiar algo. */
  origenes?: string[]
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
  origenes = [],
  proxies,
  alFallar,
}: Opciones): Express {
  // #region aplicacion
  const usuarios = new Usuarios(almacen, sensibles)
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
  // #region composicion
  const abrirEnCookies = async (usuario: Usuario, res: Response) =>
    enCookies(usuario, await sesiones.abrir(String(usuario.id)), res)
  const enCookies = (usuario: Usuario, sesion: Sesion, res: Response) => {
    const { access_token, refresh_token } = entregar(usuario, sesion)
    res.cookie(COOKIE, access_token, opcionesDeCookie(duracion))
    // Renovar no alarga la sesión: su cookie tampoco.
    const quedan = sesion.expira - Math.floor(Date.now() / 1000)
    res.cookie(COOKIE_DE_RENOVACION, refresh_token, opcionesDeCookie(quedan))
    return { mensaje: 'Sesión abierta' }
  }
  const deLaCookie: RequestHandler = (req, _res, next) => {
    req.body = { refresh_token: leerCookie(req.get('Cookie'), COOKIE_DE_RENOVACION) }
    next()
  }
  const propia = exigirOrigen(exigirOrigenes(origen ? [origen, ...origenes] : origenes))
  // #endregion composicion
  const conExpiracion = exigirExpiracion(duracion)
  const noRevocado = exigirNoRevocado(revocados)
  const guardia = exigirToken((token) =>
    // Se lee de dentro afuera.
    noRevocado(conExpiracion(verificarToken(token, secreto))),
  )

  // Como la red que haya delante: para ella, /PERFIL y /perfil/ son otras rutas.
  const rutas = express.Router({ caseSensitive: true, strict: true })
  rutas.post('/login', express.json(), iniciarSesion(usuarios, abrir))
  rutas.post('/renovar', express.json(), renovarSesion({ sesiones, usuarios, clave }, entregar))
  // #region rutas-de-cookies
  rutas.post('/sesion', propia, express.json(), iniciarSesion(usuarios, abrirEnCookies))
  rutas.post('/sesion/renovar', propia, deLaCookie, renovarSesion({ sesiones, usuarios, clave }, enCookies))
  // #endregion rutas-de-cookies
  rutas.get('/perfil', guardia, perfil(usuarios, identidadDe))
  rutas.get('/admin', guardia, exigirRol('admin'), perfil(usuarios, identidadDe, sensibles.usuarioPublico))
  rutas.post('/logout', guardia, async (_req, res) => {
    const claims = claimsDe(res)
    await sesiones.cerrar(sesionDe(claims))
    await revocados.revocar(claims)
    for (const cookie of [COOKIE, COOKIE_DE_RENOVACION]) res.clearCookie(cookie, opcionesDeCookie(0))
    res.json({ mensaje: 'Sesión cerrada' })
  })

  const app = express().disable('x-powered-by')
  if (proxies) app.set('trust proxy', proxiesDeConfianza(proxies))
  // #region puerta
  // Antes de exigirHttps: una cookie que llega en claro también es una credencial.
  app.use(sinCache, aceptarCookie(propia))
  if (origen) app.use(exigirHttps(origen), enviarHsts(DOCE_MESES))
  // #endregion puerta
  app.use(rutas, rutaNoEncontrada)
  app.use(alFallar ? [alFallar, manejarErrores(() => {})] : manejarErrores())
  // #endregion aplicacion
  return app
}

/** De lo que llega con `Authorization`, una caché compartida sabe que es de alguien; de lo que trae una cookie, no. */
const sinCache: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}
