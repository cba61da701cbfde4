import type { Equivalente } from '#comun/leccion.ts'

export const equivalentes: Equivalente[] = [
  {
    cambio: "createHmac('sha256', secreto).update('renovar') → createHmac('sha256', secreto)",
    porque: 'Cualquier texto da otra clave; ponerle un nombre deja sitio para derivar más.',
  },
  {
    cambio: 'algorithm: ALGORITMO → nada',
    porque: 'HS256 es el que jsonwebtoken usa si no se le dice otro.',
  },
  {
    cambio: 'cause → nada',
    porque: 'La causa es para quien lea un registro; al cliente no se le cuenta.',
  },
  {
    cambio:
      'Object(jwt.verify(token, clave, { algorithms: [ALGORITMO] })… → jwt.verify(token, clave, { algorithms: [ALGORITMO] })',
    porque: 'Lo que `jwt.verify` devuelve siempre se puede desestructurar; `Object` es para los tipos.',
  },
  {
    cambio: 'avanzada → false',
    porque:
      'La sesión que acaba de avanzar cumple también el margen: solo cuesta otra consulta, y otra solicitud puede colarse entre las dos.',
  },
  {
    cambio: 'String(claims.jti) → claims.jti',
    porque: 'A `/logout` no se llega sin `jti`: lo rechaza antes la lección 5.',
  },
]
