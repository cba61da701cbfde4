import type { Leccion } from '#comun/leccion.ts'
import { equivalentes } from './leccion/equivalentes.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Revocar tokens',
  promesa:
    'Cerrarás una sesión en el servidor, y su token dejará de valer antes de expirar sin tocar los demás.',
  minutos: 30,
  archivo: 'revocacion.ts',
  pieza: {
    tarjeta: 'Cierra una sesión antes de que su token expire.',
    nombre: 'mirar si se revocó',
    via: 'guardia',
    logro: 'cierra una sesión sin tocar las demás',
  },
  aprenderas: [
    'Dar a cada token un identificador propio, el claim `jti`, que no se pueda adivinar.',
    'Llevar una lista de tokens revocados que no guarda tokens ni crece sin fin.',
    'Rechazar un token revocado después de verificar su firma y su expiración.',
    'Explicar qué ventaja del JWT se pierde al consultar una lista.',
  ],
  tareas: [
    {
      nombre: 'identificar',
      titulo: 'Dar un identificador distinto a cada token',
      pistas: [
        'Ana inicia sesión dos veces en el mismo segundo. Compara los dos tokens, que hoy son idénticos. ¿Qué les falta?',
        'Node trae en `node:crypto` una función que devuelve un identificador al azar; ya está importada. jsonwebtoken lo pone en el claim `jti` si se lo das en la opción `jwtid`.',
        'Devuelve un objeto con una sola propiedad, `jwtid`. Su valor es el resultado de llamar a `randomUUID`; no olvides los paréntesis.',
      ],
    },
    {
      nombre: 'revocar',
      titulo: 'Recordar los tokens revocados solo mientras hacen falta',
      pistas: [
        '¿Qué es lo mínimo que hay que recordar de un token para reconocerlo mañana? ¿Y hasta cuándo?',
        'Un `Map` de `jti` a `exp` lo tiene todo: `set`, `delete` y un bucle `for…of` sobre los que da `this.#tanda()`, unos pocos cada vez. Antes de comparar, pasa `Date.now()` a segundos.',
        'Primero el bucle: `for (const [otro, expiracion] of this.#tanda())`, y borra si `expiracion <= ahora`. Después guarda `jti` con su `exp`. `ahora` es `Math.floor(Date.now() / 1000)`.',
      ],
    },
    {
      nombre: 'exigirNoRevocado',
      titulo: 'Rechazar los tokens revocados',
      pistas: [
        'Hay tres finales, que el token no se pueda revocar, que esté revocado o que pueda seguir. Decide qué recibe quien llama en cada uno.',
        'Lo que hace inválido un token se cuenta con `jwt.JsonWebTokenError`, y la guardia de la lección 2 lo entiende. Lo que se cuenta al cliente con tus palabras, con `ErrorHttp`.',
        "Comprueba `typeof jti !== 'string' || !jti` antes de nada. Después pregunta `await revocados.contiene(jti)` y, si es que sí, lanza un `ErrorHttp` con 401. La última línea devuelve `claims`.",
      ],
    },
  ],
  ataques: [
    'no se deja adivinar por quien conoce otros tokens',
    'no olvida nunca un token que no expira',
    'rechaza un token sin un jti de texto',
    'cierra /perfil y /logout a todas las copias del token',
    'no cierra la sesión ajena que nombra un token alterado',
    'rechaza por expirado el token que la lista ya olvidó',
  ],
  solicitudes: [{ texto: 'con tu último token', metodo: 'POST', ruta: '/logout', token: 'último' }],
  errores,
  equivalentes,
  preguntas,
}
