import type { Equivalente } from '#comun/leccion.ts'

const SIN_JTI_O_EXP = 'No se llega aquí: los rechazan antes `exigirNoRevocado` y `exigirExpiracion`.'

export const equivalentes: Equivalente[] = [
  { cambio: '!jti || exp === undefined → !jti', porque: SIN_JTI_O_EXP },
  { cambio: '!jti || exp === undefined → (!jti && exp === undefined)', porque: SIN_JTI_O_EXP },
  { cambio: '!jti || exp === undefined → exp === undefined', porque: SIN_JTI_O_EXP },
  { cambio: '!jti || exp === undefined → false', porque: SIN_JTI_O_EXP },
  {
    cambio: "throw new TypeError('Para revocar hacen falta jti y exp') → ;",
    porque: SIN_JTI_O_EXP,
  },
  { cambio: '60 → 61', porque: 'Recordar un segundo de más no hace daño.' },
  {
    cambio: `await this.redis.del(\`intentos:\${clave}:\${fin}\`) → this.redis.del(\`intentos:\${clave}:\${fin}\`)`,
    porque: 'Quien llama a `olvidar` no espera a que acabe.',
  },
  { cambio: 'return undefined → return', porque: 'Es lo mismo.' },
]
