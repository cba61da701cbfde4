import type { Equivalente } from '#comun/leccion.ts'

export const equivalentes: Equivalente[] = [
  {
    cambio: 'iat = 0 → iat',
    porque: 'Ningún token de `crearToken` llega sin `iat`.',
  },
  {
    cambio: '0 → 1',
    porque: 'Solo se mira de qué tipo es, y los dos son números.',
  },
  {
    cambio: 'Object(payload) → payload',
    porque: 'Leer `sub` de `null` lanza un TypeError, que acaba en el mismo rechazo.',
  },
]
