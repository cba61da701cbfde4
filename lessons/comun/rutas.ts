import type { RequestHandler, Response } from 'express'
import { ErrorHttp } from './errores.ts'
import type { Usuario, Usuarios } from './usuarios.ts'

/**
 * Cuántas contraseñas se comprueban a la vez. Cada una ocupa un procesador durante décimas de segundo: sin
 * tope, mil inicios de sesión seguidos dejarían al servidor minutos sin contestar.
 */
const A_LA_VEZ = 32
/** Cuándo volver a intentarlo, en segundos. */
const REINTENTAR = '5'

/**
 * POST /login: cambia unas credenciales por un token, o por la respuesta entera que dé `entregar`. Con demasiados
 * a la vez, responde 503 y `Retry-After`.
 */
export function iniciarSesion(
  usuarios: Usuarios,
  entregar: (usuario: Usuario, res: Response) => string | object | Promise<object>,
): RequestHandler {
  let enCurso = 0
  return async function iniciarSesion(req, res) {
    // Sin ese encabezado Express no lee el cuerpo, y quien escribió bien su contraseña no sabría qué falla.
    if (req.is('application/json') === false) throw new ErrorHttp(415, 'Envía Content-Type: application/json')
    // De un cuerpo vacío, `express.json()` hace un objeto vacío.
    const vacio = req.body === undefined || req.get('Content-Length') === '0'
    if (vacio) throw new ErrorHttp(400, 'Solicitud incorrecta')
    const { email, password } = Object(req.body)
    if (enCurso >= A_LA_VEZ) {
      res.set('Retry-After', REINTENTAR)
      throw new ErrorHttp(503, 'Demasiados inicios de sesión a la vez')
    }
    enCurso += 1
    const usuario = await usuarios.porCredenciales(email, password).finally(() => {
      enCurso -= 1
    })
    if (!usuario) throw new ErrorHttp(401, 'Credenciales inválidas')
    const entrega = await entregar(usuario, res)
    res
      .set('Cache-Control', 'no-store')
      .json(typeof entrega === 'string' ? { access_token: entrega } : entrega)
  }
}

/** GET /perfil: quién hace la solicitud. Si su cuenta ya no existe, su token no identifica a nadie. */
export function perfil(
  usuarios: Usuarios,
  identidadDe: (res: Response) => string,
  mostrar: (usuario: Usuario) => object = ({ id }) => ({ id: String(id) }),
): RequestHandler {
  return function perfil(_req, res) {
    const usuario = usuarios.porId(identidadDe(res))
    if (!usuario) throw new ErrorHttp(401, 'Usuario no encontrado')
    res.json(mostrar(usuario))
  }
}
