import type { Equivalente } from '#comun/leccion.ts'

export const equivalentes: Equivalente[] = [
  {
    cambio: "primera = '' → primera",
    porque: '`split` devuelve siempre un trozo: el valor por defecto es para los tipos.',
  },
  {
    cambio: 'clave.asymmetricKeyDetails?.namedCurve → clave.asymmetricKeyDetails.namedCurve',
    porque: 'Una clave asimétrica tiene siempre sus detalles.',
  },
  {
    cambio: 'createPublicKey(clave) → clave',
    porque: 'Se toman los cuatro miembros públicos, que la privada tiene iguales.',
  },
  {
    cambio: "createPublicKey({ key, format: 'jwk' }) → { key, format: 'jwk' }",
    porque: 'jsonwebtoken la importaría en cada verificación: solo se pierde tiempo.',
  },
  {
    cambio: 'jwt.decode(token, { complete: true })?.header → jwt.decode(token, { complete: true }).header',
    porque: 'El `TypeError` que provoca un texto ilegible lo convierte `errorDeJwt`.',
  },
  {
    cambio:
      "jwt.decode(token, { complete: true })?.header.kid ?? '' → jwt.decode(token, { complete: true })?.header.kid",
    porque: 'Ninguna clave se llama `undefined`.',
  },
  { cambio: '!clave → false', porque: 'Sin clave, `jwt.verify` lanza un `JsonWebTokenError`.' },
  {
    cambio: "throw new jwt.JsonWebTokenError('kid desconocido') → ;",
    porque: 'Sin clave, `jwt.verify` lanza un `JsonWebTokenError`.',
  },
]
