import type { Equivalente } from '#comun/leccion.ts'

export const equivalentes: Equivalente[] = [
  {
    cambio: '!esRol(rol) || !permitidos.includes(rol) → !permitidos.includes(rol)',
    porque: 'Entre los permitidos solo hay roles.',
  },
  {
    cambio: 'esRol(rol) → rol',
    porque: 'Entre los permitidos solo hay roles.',
  },
]
