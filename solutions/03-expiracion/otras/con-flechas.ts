// Funciones flecha y Date en lugar de números.
import jwt from 'jsonwebtoken'
import type { Claims } from '#comun/claims.ts'

export const UNA_HORA = 3_600

const MARGEN = 60

const rechazar = (Clase: new (mensaje: string) => Error, mensaje: string): never => {
  throw new Clase(mensaje)
}

export const leerDuracion = (texto: string | undefined): number =>
  texto === undefined
    ? UNA_HORA
    : Number.isInteger(Number(texto)) && Number(texto) > 0
      ? Number(texto)
      : rechazar(Error, 'Los Segundos van en un entero positivo, en segundos')

export const expiraEn = (expiresIn: number) => ({ expiresIn })

export const exigirExpiracion =
  (maxima: number) =>
  (claims: Claims): Claims => {
    const tope = new Date()
    tope.setSeconds(tope.getSeconds() + maxima + MARGEN)
    const expira = claims.exp === undefined ? Number.NaN : claims.exp * 1000
    return expira <= tope.getTime() ? claims : rechazar(jwt.JsonWebTokenError, 'exp')
  }
