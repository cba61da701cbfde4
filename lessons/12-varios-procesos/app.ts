import type { KeyObject } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express'
import { conNombre } from '#comun/claves.ts'
import { type Contador, leerMaximos, limitarIntentos, type Maximos } from '#comun/intentos.ts'
import { exigirOrigenes } from '#comun/origenes.ts'
import type { Redis } from '#comun/redis.ts'
import { RedisEnMemoria } from '#comun/redis-en-memoria.ts'
import type { Revocados } from '#comun/revocados.ts'
import { iniciarSesion, perfil } from '#comun/rutas.ts'
import type { Sesion, Sesiones } from '#comun/sesiones.ts'
import { type Almacen, type Usuario, Usuarios } from '#comun/usuarios.ts'
import {
  ContadorCompartido,
  RevocadosCompartidos,
  SesionesCompartidas,
} from '#ejercicio/12-varios-procesos/compartido.ts'
import { crearToken, type OpcionesDeToken, verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { claimsDe, exigirToken, identidadDe } from '#solucion/02-proteger-rutas/guardia.ts'
import { exigirExpiracion, expiraEn, UNA_HORA } from '#solucion/03-expiracion/expiracion.ts'
import { manejarErrores, rutaNoEncontrada } from '#solucion/04-manejo-de-errores/errores.ts'
import { exigirNoRevocado, identificar } from '#solucion/05-revocar-tokens/revocacion.ts'
import { claimsPropios, exigirRol } from '#solucion/06-mas-datos-en-el-token/roles.ts'
import * as sensibles from '#solucion/07-nunca-contrasenas/datos-sensibles.ts'
import { enviarHsts, exigirHttps, proxiesDeConfianza } from '#solucion/08-https/https.ts'
import {
  claveDeRenovacion,
  crearRenovacion,
  renovarSesion,
  sesionDe,
} from '#solucion/09-renovar-la-sesion/renovacion.ts'
import {
  aceptarCookie,
  COOKIE,
  COOKIE_DE_RENOVACION,
  exigirOrigen,
  leerCookie,
  opcionesDeCookie,
} from '#solucion/10-cookies-y-csrf/cookies.ts'
import {
  firmarToken,
  type Llavero,
  leerClaves,
  publicarClaves,
  verificarCon,
} from '#solucion/11-claves-publicas/claves.ts'

export interface Opciones {
  secreto: KeyObject
  /** Las claves con las que se firman los tokens de acceso. Sin ellas se firman con el secreto, como en la lección 1. */
  llavero?: Llavero
  almacen?: Almacen
  /** Lo que dura un token de acceso, en segundos. Con renovación bastan cinco minutos. */
  duracion?: number
  /** Lo que comparten todos los procesos. Sin él, cada proceso tiene el suyo, en su memoria. */
  redis?: Redis
  revocados?: Revocados
  sesiones?: Sesiones
  contador?: Contador
  /** Cuántos intentos de iniciar sesión se admiten. */
  maximos?: Maximos
  /** Dirección pública, con https. Sin ella no se exige HTTPS: solo para depurar. */
  origen?: string
  /** De qué otras páginas, además de las de `origen`, se acepta una cookie para cambiar algo. */
  origenes?: string[]
  /** Proxies inversos que terminan TLS por nosotros. */
  proxies?: string[]
  /** Recibe cada error antes de que se responda. Quien lo da se encarga de registrarlo. */
  alFallar?: ErrorRequestHandler
}

/**
 * Lo que esta aplicación toma del entorno: la dirección de un Redis, cuántos intentos admite una cuenta y las claves con
 * las que se firma. Todos los procesos necesitan las mismas: si faltan, se firma con el secreto, que ya comparten.
 */
export async function opcionesDe({
  JWT_REDIS,
  JWT_CLAVES,
  JWT_INTENTOS,
}: Record<string, string | undefined>) {
  return {
    ...(JWT_CLAVES && { llavero: conNombre(() => leerClaves(JWT_CLAVES)) }),
    ...(JWT_INTENTOS && { maximos: leerMaximos(JWT_INTENTOS) }),
    ...(JWT_REDIS && { redis: await conectar(JWT_REDIS) }),
  }
}

async function conectar(url: string): Promise<Redis> {
  // Aquí y no arriba: la página no puede conectar con ninguno.
  const { conectarRedis } = await import('#comun/redis-cliente.ts')
  return conectarRedis(url)
}

const DOCE_MESES = 365 * 24 * 60 * 60

export function crearApp({
  secreto,
  llavero,
  almacen,
  duracion = UNA_HORA,
  // #region almacenes
  redis = new RedisEnMemoria(),
  revocados = new RevocadosCompartidos(redis),
  sesiones = new SesionesCompartidas(redis),
  contador = new ContadorCompartido(redis),
  // #endregion almacenes
  maximos,
  origen,
  origenes = [],
  proxies,
  alFallar,
}: Opciones): Express {
  // #region aplicacion
  const usuarios = new Usuarios(almacen, sensibles)
  const jwks = llavero && publicarClaves(llavero)
  const verificar = jwks ? verificarCon(jwks) : (token: string) => verificarToken(token, secreto)
  const firmar = (usuario: Usuario, opciones: OpcionesDeToken) =>
    llavero ? firmarToken(usuario, llavero, opciones) : crearToken(usuario, secreto, opciones)
  const clave = claveDeRenovacion(secreto)
  const entregar = (usuario: Usuario, sesion: Sesion) => ({
    access_token: firmar(usuario, {
      ...expiraEn(duracion),
      // Sigue siendo único, y ahora dice de qué sesión es.
      jwtid: `${sesion.sid}.${identificar().jwtid}`,
      propios: sensibles.exigirClaimsPublicos(claimsPropios(usuario)),
    }),
    refresh_token: crearRenovacion(sesion, clave),
  })
  const abrir = async (usuario: Usuario) => entregar(usuario, await sesiones.abrir(String(usuario.id)))
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
  const conExpiracion = exigirExpiracion(duracion)
  const noRevocado = exigirNoRevocado(revocados)
  const guardia = exigirToken((token) =>
    // Se lee de dentro afuera.
    noRevocado(conExpiracion(verificar(token))),
  )

  // Como la red que haya delante: para ella, /PERFIL y /perfil/ son otras rutas.
  const rutas = express.Router({ caseSensitive: true, strict: true })
  // #region composicion
  const frenar = limitarIntentos(contador, maximos)
  rutas.post('/login', express.json(), frenar, iniciarSesion(usuarios, abrir))
  rutas.post('/sesion', propia, express.json(), frenar, iniciarSesion(usuarios, abrirEnCookies))
  rutas.post('/logout', guardia, async (_req, res) => {
    const claims = claimsDe(res)
    // Primero la sesión: con el token revocado, quien recibió un 503 a medias ya no podría volver a intentarlo.
    await sesiones.cerrar(sesionDe(claims))
    await revocados.revocar(claims)
    for (const cookie of [COOKIE, COOKIE_DE_RENOVACION]) res.clearCookie(cookie, opcionesDeCookie(0))
    res.json({ mensaje: 'Sesión cerrada' })
  })
  // #endregion composicion
  rutas.post('/renovar', express.json(), renovarSesion({ sesiones, usuarios, clave }, entregar))
  rutas.post('/sesion/renovar', propia, deLaCookie, renovarSesion({ sesiones, usuarios, clave }, enCookies))
  if (jwks) {
    rutas.get('/.well-known/jwks.json', (_req, res) => {
      res.set('Cache-Control', 'public, max-age=600').type('application/jwk-set+json')
      res.send(JSON.stringify(jwks))
    })
  }
  rutas.get('/perfil', guardia, perfil(usuarios, identidadDe))
  rutas.get('/admin', guardia, exigirRol('admin'), perfil(usuarios, identidadDe, sensibles.usuarioPublico))

  const app = express().disable('x-powered-by')
  if (proxies) app.set('trust proxy', proxiesDeConfianza(proxies))
  // Antes de exigirHttps: una cookie que llega en claro también es una credencial.
  app.use(sinCache, aceptarCookie(propia))
  if (origen) app.use(exigirHttps(origen), enviarHsts(DOCE_MESES))
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
