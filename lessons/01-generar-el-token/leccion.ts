import type { Leccion } from '#comun/leccion.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Cómo generar el token',
  promesa:
    'Al terminar, tu servidor emite un JWT firmado que identifica a una cuenta y rechaza los que alguien cambió.',
  minutos: 30,
  archivo: 'token.ts',
  aprenderas: [
    'Leer las tres partes de un JWT y señalar cuál no se puede falsificar sin el secreto.',
    'Firmar con HS256 y con un secreto que llega del entorno.',
    'Verificar un token con una lista cerrada de algoritmos.',
    'Distinguir *codificar*, *firmar* y *cifrar*.',
  ],
  tareas: [
    {
      nombre: 'exigirSecreto',
      titulo: 'Rechazar un secreto que falta o es corto',
      pistas: [
        'Es la única de las tres que no usa `jwt`: una comprobación, un error y una devolución. Lee los títulos de sus pruebas y fíjate en qué unidad se mide el secreto.',
        'Un texto tiene `length` caracteres, pero «ñ» ocupa dos bytes. Para medir bytes está `Buffer.byteLength(texto)`, que no acepta `undefined`: mira antes si hay secreto.',
        'La condición tiene dos mitades unidas por `||`: `!secreto` y `Buffer.byteLength(secreto) < BYTES_MINIMOS`. Dentro, `throw new Error(…)` con «32 bytes» en el mensaje y sin el secreto; fuera, `return secreto`.',
      ],
    },
    {
      nombre: 'crearToken',
      titulo: 'Firmar un token que dice de quién es',
      pistas: [
        'Es una sola llamada. Decide qué va en cada sitio: lo que el token cuenta, con qué se firma y cómo se firma.',
        '`jwt.sign(payload, secreto, opciones)`: el payload son los claims propios; entre las opciones busca `algorithm` y `subject`. Si copias un objeto con `...`, lo que escribas después sustituye a lo copiado.',
        '`subject` solo acepta texto: `String(usuario.id)`. El tercer argumento empieza por `...opciones` y sigue con `algorithm` y `subject`, para que nadie los cambie. Recuerda el `return`.',
      ],
    },
    {
      nombre: 'verificarToken',
      titulo: 'Aceptar solo los tokens que firmaste',
      pistas: [
        'La mitad ya está hecha: el `catch` traduce los errores y `leerClaims` mira el contenido. Falta lo de en medio: comprobar la firma. Mira qué parámetro recibe `leerClaims`.',
        '`jwt.verify(token, secreto, opciones)` lanza un error si la firma no corresponde. La opción `algorithms` es una lista; con `complete: true` devuelve el encabezado y el payload, y no solo el payload.',
        'Las opciones son `{ algorithms: [ALGORITMO], complete: true }`. Lo que devuelve `jwt.verify` va entero a `leerClaims(…)`, y lo que devuelve `leerClaims` es tu `return`.',
      ],
    },
  ],
  errores,
  preguntas,
}
