import type { Equivalente } from '#comun/leccion.ts'

export const equivalentes: Equivalente[] = []
