import type { Leccion } from '#comun/leccion.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Cómo proteger rutas',
  promesa:
    'Al terminar, tus rutas responden solo a quien trae un token tuyo y saben quién hace cada solicitud.',
  minutos: 30,
  archivo: 'guardia.ts',
  pieza: {
    tarjeta: 'Abre /perfil solo a quien trae un token tuyo.',
    nombre: 'exigir el token',
    via: 'guardia',
    logro: 'responde solo a quien trae un token tuyo',
  },
  aprenderas: [
    'Leer un token del encabezado `Authorization`.',
    'Escribir un middleware que deja pasar la solicitud o la rechaza, y nunca las dos cosas.',
    'Separar lo que es culpa del token de un fallo del servidor.',
    'Obtener la identidad de los claims verificados y no de lo que escribe el cliente.',
  ],
  tareas: [
    {
      nombre: 'leerBearer',
      titulo: 'Leer el token del encabezado',
      pistas: [
        'El encabezado tiene dos partes, el esquema y lo demás. Mira en los títulos de las pruebas qué pasa cuando falta una de las dos, o las dos.',
        'Divide el texto por los espacios con `split` y compara la primera palabra, pasada por `toLowerCase()`. Si no hay encabezado no hay nada que dividir, y `?.` y `??` te ahorran un `if`.',
        '`const [esquema, ...resto] = …` separa las piezas; sin encabezado, parte de un array vacío. Compara `esquema` en minúsculas y, para devolver todo lo demás, une `resto` con `join`.',
      ],
    },
    {
      nombre: 'exigirToken',
      titulo: 'Detener la solicitud que no trae token',
      pistas: [
        'Un middleware hace una de dos cosas, rechazar o llamar a `next()`. Nunca las dos, nunca ninguna. Aquí se rechaza lanzando un error, que además detiene la función.',
        '`req.get("Authorization")` no distingue mayúsculas en el nombre; su valor es para `leerBearer`. `comprobar` devuelve una promesa, así que necesita `await`.',
        'Cuatro líneas: lee el token; `if (token === undefined) throw new ErrorDeToken()`; guarda en `res.locals.claims` lo que dé `await comprobar(…)`; y al final, `next()`.',
      ],
    },
    {
      nombre: 'comprobar',
      titulo: 'Distinguir un token malo de un servidor roto',
      pistas: [
        '`verificar` puede fallar por culpa del token o por otra causa. Solo el primer caso se convierte en otro error; el segundo sale igual que entró.',
        'Usa `try` y `catch`, y pregunta por la clase con `instanceof jwt.JsonWebTokenError`. Como `verificar` puede ser asíncrono, espera su resultado con `await` dentro del `try`.',
        'En el `try`, devuelve lo que dé `verificar`, con su `await`. En el `catch`, si el error es un `JsonWebTokenError`, lanza un `ErrorDeToken` que lo lleve dentro; si no, lanza el mismo error.',
      ],
    },
    {
      nombre: 'claimsDe',
      titulo: 'Entregar los claims a la ruta',
      pistas: [
        '¿Qué encuentra esta función si alguien agrega una ruta y olvida la guardia? Ese caso no es culpa del cliente, sino de quien programó la ruta.',
        'Los claims están en `res.locals.claims`, donde los dejó `exigirToken`. Si no hay nada, no devuelvas `undefined`; lanza un `Error` corriente.',
        'Guarda `res.locals.claims` en una constante; si está vacía, `throw new Error("… exigirToken")` con una frase que diga qué falta; si no, devuélvela.',
      ],
    },
  ],
  ataques: [
    'no ejecuta la ruta si la solicitud no trae token',
    'responde 401 en GET /perfil si no hay token Bearer',
    'no ejecuta la ruta con un token rechazado',
    'responde 422 en GET /perfil si el token no vale',
    'falla si la ruta olvidó usar exigirToken',
  ],
  solicitudes: [
    { texto: 'sin token', metodo: 'GET', ruta: '/perfil' },
    { texto: 'con tu último token', metodo: 'GET', ruta: '/perfil', token: 'último' },
    { texto: 'con ese token alterado', metodo: 'GET', ruta: '/perfil', token: 'alterado' },
  ],
  errores,
  preguntas,
}
