import type { Equivalente } from '#comun/leccion.ts'

export const equivalentes: Equivalente[] = [
  {
    cambio: "path: '/', → nada",
    porque: '`res.cookie` y `res.clearCookie` ponen «/» si no se dice otra: la cookie es la misma.',
  },
]
