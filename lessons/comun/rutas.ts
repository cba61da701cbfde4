import type { RequestHandler, Response } from 'express'
import { ErrorHttp } from './errores.ts'
import type { Usuario, Usuarios } from './usuarios.ts'

/** POST /login: cambia unas credenciales por un token. */
export function iniciarSesion(usuarios: Usuarios, emitir: (usuario: Usuario) => string): RequestHandler {
  return async function iniciarSesion(req, res) {
    // Sin ese encabezado Express no lee el cuerpo, y quien escribió bien su contraseña no sabría qué falla.
    if (req.is('application/json') === false) throw new ErrorHttp(415, 'Envía Content-Type: application/json')
    const { email, password } = Object(req.body)
    const usuario = await usuarios.porCredenciales(email, password)
    if (!usuario) throw new ErrorHttp(401, 'Credenciales inválidas')
    res.set('Cache-Control', 'no-store').json({ access_token: emitir(usuario) })
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
