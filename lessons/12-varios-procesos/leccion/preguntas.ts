import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = [
  {
    enunciado:
      'Redis no contesta y llega una solicitud con un token bien firmado y sin expirar. ¿Qué respondes?',
    opciones: [
      {
        texto: '200, porque la firma es buena.',
        porque: 'Entre los que pasan están los revocados, y a quien robó uno le basta con hacer caer Redis.',
      },
      {
        texto: '401 «Token revocado».',
        porque:
          'No lo sabes. El cliente borraría su token, y una caída de un minuto cerraría todas las sesiones.',
      },
      {
        texto: '503 «vuelve a intentarlo».',
        correcta: true,
        porque: 'No se puede saber, y no es culpa del token. El cliente lo guarda y lo intenta más tarde.',
      },
      {
        texto: 'Nada, hasta que Redis vuelva.',
        porque: 'Las solicitudes se amontonan y, cuando vuelve, el servidor ya no puede con ellas.',
      },
    ],
  },
  {
    enunciado: 'Redis se reinicia. ¿Qué pasa con los tokens que se revocaron hace diez minutos?',
    opciones: [
      {
        texto: 'Si no guardaba en disco, vuelven a abrir.',
        correcta: true,
        porque: 'La lista es de lo que no pasa, y vacía pasan todos. Con `appendonly yes` la recuerda.',
      },
      {
        texto: 'Nada, porque Redis guarda todo en disco.',
        porque:
          'Depende de cómo esté configurado. Sin `appendonly yes` pierde lo escrito desde la última copia.',
      },
      {
        texto: 'Siguen cerrados, porque lo dice el token.',
        porque: 'El token no cambió al revocarlo; quien lo sabía era Redis.',
      },
      {
        texto: 'El servidor responde 503 para siempre.',
        porque: 'Solo mientras no contesta, porque el cliente vuelve a conectar solo.',
      },
    ],
  },
  {
    enunciado:
      'Dos procesos renuevan la misma sesión a la vez. Cada uno hace `get`, mira el número y hace `set`. ¿Qué puede pasar?',
    opciones: [
      {
        texto: 'Nada, porque Redis atiende las órdenes de una en una.',
        porque: 'Cada orden, sí. Pero entre el `get` y el `set` de uno cabe el `get` del otro.',
      },
      {
        texto: 'Los dos leen el mismo número y los dos renuevan.',
        correcta: true,
        porque:
          'Así un token robado y el bueno renuevan a la vez sin que se note. Mirar y cambiar tienen que ser una sola orden.',
      },
      {
        texto: 'El segundo `set` falla.',
        porque: '`set` escribe siempre. Quien compara antes de escribir es `cambiarSi`.',
      },
      {
        texto: 'Redis junta los dos cambios.',
        porque: 'No sabe qué hay dentro del texto; se queda con el último.',
      },
    ],
  },
]
