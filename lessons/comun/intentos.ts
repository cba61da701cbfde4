import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import { ErrorHttp } from './errores.ts'

/**
 * Cuenta por ventanas de tiempo, cada una con el segundo en que acaba por nombre. Responde ahora o después, porque la
 * cuenta pueden compartirla varios procesos.
 */
export interface Contador {
  /** Suma uno a esa clave en la ventana que acaba en `fin` y da cuántos lleva. */
  sumar(clave: string, fin: number): number | Promise<number>
  /** Pone a cero esa clave en esa ventana. */
  olvidar(clave: string, fin: number): void | Promise<void>
}

/** Cuánto dura una ventana, en segundos. */
const VENTANA = 5 * 60

/** Cuántos intentos se admiten en una ventana. */
export interface Maximos {
  porCuenta: number
  porDireccion: number
}

/** Pocos para una cuenta; más para una dirección, que puede ser la de un aula entera. */
const MAXIMOS = maximosDe(10)

/** Lee de una variable de entorno los intentos que admite una cuenta. Falla si no son un número entero. */
export function leerMaximos(texto: string): Maximos {
  if (!/^[1-9]\d{0,8}$/.test(texto))
    throw new Error('JWT_INTENTOS debe ser un número entero, de 1 en adelante')
  return maximosDe(Number(texto))
}

function maximosDe(porCuenta: number): Maximos {
  return { porCuenta, porDireccion: 10 * porCuenta }
}

// #region limites
/**
 * Frena a quien prueba contraseñas: cuenta los intentos de cada cuenta y de cada dirección y, si son demasiados,
 * responde 429 y `Retry-After` sin comprobar ninguna. Un inicio de sesión bueno pone a cero el de su cuenta.
 *
 * Va delante de `POST /login`, con el cuerpo ya leído. Se suma antes de comprobar: así mil intentos a la vez
 * también se cuentan (OWASP Authentication).
 */
export function limitarIntentos(contador: Contador, maximos = MAXIMOS): RequestHandler {
  return async function limitarIntentos(req, res, next) {
    const ahora = Math.floor(Date.now() / 1000)
    const fin = ahora - (ahora % VENTANA) + VENTANA
    const cuenta = claveDeCuenta(Object(req.body).email)
    const deCuenta = await contador.sumar(cuenta, fin)
    const deDireccion = await contador.sumar(`red ${redDe(req.ip)}`, fin)
    if (deCuenta > maximos.porCuenta || deDireccion > maximos.porDireccion) {
      res.set('Retry-After', String(fin - ahora))
      throw new ErrorHttp(429, 'Demasiados intentos')
    }
    res.once('finish', () => {
      if (res.statusCode === 200) Promise.resolve(contador.olvidar(cuenta, fin)).catch(() => {})
    })
    next()
  }
}
// #endregion limites

/** El correo no se guarda: basta con reconocerlo. */
function claveDeCuenta(email: unknown): string {
  return `cuenta ${createHash('sha256').update(String(email).toLowerCase()).digest('base64url')}`
}

/** En IPv6 cada cliente tiene una red entera, de 64 bits, y puede cambiar de dirección en cada intento. */
export function redDe(ip = ''): string {
  if (!ip.includes(':') || ip.includes('.')) return ip.replace(/^::ffff:/i, '')
  const [izquierda = '', derecha] = ip.split('%')[0]?.split('::') ?? []
  const grupos = izquierda === '' ? [] : izquierda.split(':')
  if (derecha !== undefined) {
    const finales = derecha === '' ? [] : derecha.split(':')
    while (grupos.length + finales.length < 8) grupos.push('0')
    grupos.push(...finales)
  }
  return grupos
    .slice(0, 4)
    .map((grupo) => Number.parseInt(grupo, 16).toString(16))
    .join(':')
}
