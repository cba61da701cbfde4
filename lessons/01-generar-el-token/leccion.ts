import type { Leccion } from '#comun/leccion.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Cómo generar el token',
  promesa:
    'Al terminar, tu servidor emite un JWT firmado que identifica a una cuenta y rechaza los que alguien cambió.',
  minutos: 45,
  archivo: 'token.ts',
  pieza: {
    tarjeta: 'Emite un JWT que identifica a Ana y rechaza el que alguien cambió.',
    nombre: 'firmar el token',
    via: 'login',
    logro: 'emite tokens firmados y descubre los que alguien cambió',
  },
  aprenderas: [
    'Leer las tres partes de un JWT y señalar cuál no se puede falsificar sin el secreto.',
    'Firmar con HS256 y con una clave hecha de un secreto que llega del entorno.',
    'Verificar un token con una lista cerrada de algoritmos.',
    'Distinguir *codificar*, *firmar* y *cifrar*.',
  ],
  tareas: [
    {
      nombre: 'exigirSecreto',
      titulo: 'Rechazar un secreto que falta o es corto',
      pistas: [
        'Es la única de las tres que no usa `jwt`, y tiene una comprobación, un error y una clave que se devuelve. Lee los títulos de sus pruebas y fíjate en qué unidad se mide el secreto.',
        'Un texto tiene `length` caracteres, pero «ñ» ocupa dos bytes. Para medir bytes está `Buffer.byteLength(texto)`, que no acepta `undefined`; mira antes si hay secreto. La clave la hace `createSecretKey(texto, codificacion)`.',
        'La condición tiene dos mitades unidas por `||`: que no haya secreto y que sus bytes sean menos que `BYTES_MINIMOS`. Dentro, lanza un `Error` con «32 bytes» en el mensaje y sin el secreto; fuera, devuelve lo que da `createSecretKey` con el secreto y `utf8`.',
      ],
    },
    {
      nombre: 'crearToken',
      titulo: 'Firmar un token que dice de quién es',
      pistas: [
        'Es una sola llamada. Decide en qué sitio va lo que el token cuenta, con qué se firma y cómo se firma.',
        '`jwt.sign(payload, clave, opciones)`: el payload son los claims propios; entre las opciones busca `algorithm` y `subject`. Si copias un objeto con `...`, lo que escribas después sustituye a lo copiado.',
        'El tercer argumento empieza por `...opciones` y sigue con `algorithm` y `subject`, para que nadie los cambie. `subject` solo acepta texto, y `usuario.id` es un número. Recuerda el `return`.',
      ],
    },
    {
      nombre: 'verificarToken',
      titulo: 'Aceptar solo los tokens que firmaste',
      pistas: [
        'La mitad ya está hecha, porque el `catch` traduce los errores y `leerClaims` mira el contenido. Falta lo de en medio, comprobar la firma. Mira qué parámetro recibe `leerClaims`.',
        '`jwt.verify(token, clave, opciones)` lanza un error si la firma no corresponde. La opción `algorithms` es una lista; con `complete: true` devuelve el encabezado y el payload, y no solo el payload.',
        '`algorithms` es un array con un solo elemento, `ALGORITMO`. Lo que devuelve `jwt.verify` con las dos opciones va entero a `leerClaims`, y lo que devuelve `leerClaims` es tu `return`.',
      ],
    },
  ],
  ataques: [
    'no repite el secreto en el mensaje de error',
    'no permite que nada cambie algoritmo ni usuario',
    'rechaza un token ajeno, alterado o expirado',
    'rechaza un token que aceptó en cuanto expira, y lo dice',
    'rechaza un contenido inesperado aunque la firma valga',
  ],
  solicitudes: [
    {
      texto: 'iniciar sesión como Ana',
      metodo: 'POST',
      ruta: '/login',
      cuerpo: { email: 'ana@example.com', password: 'clave-ana' },
    },
    {
      texto: 'iniciar sesión como root',
      metodo: 'POST',
      ruta: '/login',
      cuerpo: { email: 'root@example.com', password: 'clave-root' },
    },
  ],
  errores,
  preguntas,
}
