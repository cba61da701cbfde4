import type { ErrorTipico } from '#comun/leccion.ts'

export const errores: ErrorTipico[] = []
