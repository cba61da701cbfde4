import type { Equivalente } from '#comun/leccion.ts'

export const equivalentes: Equivalente[] = [
  {
    cambio: 'N: 2 ** 14, → nada',
    porque: 'Es el que usa Node si no se dice.',
  },
  {
    cambio: 'r: 8, → nada',
    porque: 'Es el que usa Node si no se dice.',
  },
  {
    cambio: "sal = '' → sal",
    porque: '`split` da siempre una primera parte.',
  },
]
