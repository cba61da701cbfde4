import type { Equivalente } from '#comun/leccion.ts'

export const equivalentes: Equivalente[] = [
  {
    cambio: "jti = '' → jti",
    porque: 'Sin `jti` no se llega aquí: lo rechaza antes `exigirNoRevocado`.',
  },
  {
    cambio: 'exp = Infinity → exp',
    porque: 'Comparado con `undefined` nada expira, y eso es lo que se quiere.',
  },
  {
    cambio: 'Math.floor(Date.now() / 1000) → Date.now() / 1000',
    porque: '`exp` es un entero: expira en el mismo instante.',
  },
]
