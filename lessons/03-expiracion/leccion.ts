import type { Leccion } from '#comun/leccion.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Configurar tiempos de expiración',
  promesa: 'Emitirás tokens que expiran cuando decidas y rechazarás los que duran más de la cuenta.',
  minutos: 25,
  archivo: 'expiracion.ts',
  pieza: {
    tarjeta: 'Haz que un token deje de valer al cabo de una hora.',
    nombre: 'exigir que no expire',
    via: 'guardia',
    logro: 'deja de aceptar un token al cabo de una hora',
  },
  aprenderas: [
    'Fijar cuánto dura un token al emitirlo.',
    'Leer una duración del entorno y rechazar las que no tienen sentido.',
    'Distinguir segundos, milisegundos y textos sin unidad en `iat`, `exp` y `expiresIn`.',
    'Rechazar un token que no expira o que dura más que los tuyos.',
  ],
  tareas: [
    {
      nombre: 'leerDuracion',
      titulo: 'Leer la duración que configura quien arranca el servidor',
      pistas: [
        'Hay tres casos, que nadie la configure, que el valor sirva y que no sirva. Lee los textos que rechazan las pruebas y piensa qué número saldría de cada uno.',
        '`Number` convierte el texto entero, a diferencia de `parseInt`. `Number("1h")` es `NaN` y `Number("")` es `0`. `Number.isInteger` descarta el primero; el segundo queda de tu cuenta.',
        'Primero, el caso de `undefined`, con su `return`. Después, `const segundos = Number(texto)`, y lanza un error si `!Number.isInteger(segundos)` o si `segundos <= 0`. Queda devolver el número.',
      ],
    },
    {
      nombre: 'expiraEn',
      titulo: 'Decirle a jsonwebtoken cuánto dura el token',
      pistas: [
        'Escribe en un papel la unidad de `iat`, de `exp`, de `Date.now()` y de `expiresIn`. Recibes segundos: ¿hace falta convertirlos?',
        '`expiresIn` admite un número, que son segundos, o un texto, que es otra cosa. La función devuelve un objeto con esa única opción.',
        'El objeto tiene una clave, `expiresIn`, y su valor es el parámetro, sin operaciones y sin comillas.',
      ],
    },
    {
      nombre: 'exigirExpiracion',
      titulo: 'Rechazar un token que no expira o que dura demasiado',
      pistas: [
        'Cuando esta función recibe los claims, la firma y la expiración ya están comprobadas. Falta lo que `jwt.verify` no exige, que haya un `exp` y que no esté demasiado lejos.',
        '`Date.now()` da milisegundos; divídelo entre 1000 para compararlo con `exp`. El error es `new jwt.JsonWebTokenError("…")`, con el texto que quieras.',
        'Calcula primero `const limite = Date.now() / 1000 + maxima + MARGEN`. Lanza el error si `claims.exp === undefined` o si `claims.exp` supera ese límite; si no, devuelve `claims`.',
      ],
    },
  ],
  ataques: [
    'rechaza un token que no expira nunca',
    'rechaza un token con exp en milisegundos',
    'rechaza un token que dura diez años',
    'rechaza un token con exp infinito',
    'mide desde la hora del servidor y no desde iat',
    'obliga a iniciar sesión de nuevo al cumplirse la hora',
    'responde 422 a un token sin exp',
  ],
  errores,
  preguntas,
}
