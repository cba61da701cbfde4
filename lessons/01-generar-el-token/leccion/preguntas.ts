import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = [
  {
    enunciado: '¿Qué impide que Ana cambie su `sub` de `"1"` a `"2"`?',
    opciones: [
      {
        texto: 'La firma deja de corresponder al payload.',
        correcta: true,
        porque:
          'La firma se calcula a partir del encabezado, el payload y el secreto. Ana no tiene el secreto, así que no puede calcular la firma de su payload nuevo.',
      },
      {
        texto: 'El payload va cifrado.',
        porque: 'Va codificado en base64url, no cifrado: cualquiera lo lee y lo reescribe.',
      },
      {
        texto: 'El servidor guarda una copia del token.',
        porque: 'No guarda nada, y nota el cambio porque repite la firma y no coincide.',
      },
      {
        texto: 'El navegador lo impide.',
        porque: 'Un token es texto, y quien lo tiene lo edita con cualquier programa.',
      },
    ],
  },
  {
    enunciado: "`jwt.decode(token)` devuelve `{ sub: '1' }`. ¿Qué sabes?",
    opciones: [
      {
        texto: 'Que lo emitió tu servidor.',
        porque: '`decode` no usa el secreto, así que no puede saber quién lo firmó.',
      },
      {
        texto: 'Que no ha expirado.',
        porque: '`decode` tampoco mira `exp`, y devuelve igual un token expirado.',
      },
      {
        texto: 'Que el algoritmo es HS256.',
        porque: 'El algoritmo está en el encabezado, y ahí tampoco lo ha comprobado nadie.',
      },
      {
        texto: 'Solo lo que dice el payload.',
        correcta: true,
        porque:
          'Decodificar es leer. Que lo escrito sea cierto lo dice `jwt.verify`, que recalcula la firma con el secreto.',
      },
    ],
  },
  {
    enunciado: '¿Cuál es el mejor `JWT_SECRETO`?',
    opciones: [
      {
        texto: '`MiProyecto2026`.',
        porque:
          'Es corto y adivinable, y con un token en la mano se prueban millones de secretos por segundo.',
      },
      {
        texto: '32 bytes de `crypto.randomBytes`, en una variable de entorno.',
        correcta: true,
        porque:
          'Son 256 bits al azar, lo que HS256 pide como mínimo, y no están en el código ni en el repositorio.',
      },
      {
        texto: 'La contraseña de Ana.',
        porque: 'Ana la conoce y quizá la reutiliza; además, las contraseñas se adivinan mejor que el azar.',
      },
      {
        texto: 'Un texto largo y al azar, escrito en `token.ts`.',
        porque: 'Acaba en el repositorio, y lo lee quien lea el código o su historial.',
      },
    ],
  },
]
