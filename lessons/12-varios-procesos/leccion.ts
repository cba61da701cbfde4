import type { Leccion } from '#comun/leccion.ts'
import { equivalentes } from './leccion/equivalentes.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Varios procesos',
  promesa:
    'Cerrarás en todos los procesos lo que se cierra en uno, y contarás entre todos los intentos de cada cuenta.',
  minutos: 40,
  archivo: 'compartido.ts',
  https: true,
  pieza: {
    tarjeta: 'Comparte lo que el servidor recuerda entre varios procesos, en un Redis.',
    nombre: 'preguntar a un Redis',
    via: 'guardia',
    logro: 'cierra una sesión en todos los procesos, y dice «vuelve a intentarlo» si no puede saberlo',
  },
  aprenderas: [
    'Compartir entre procesos los tokens revocados, las sesiones y los intentos, con claves que se borran solas.',
    'Poner plazo a una consulta y responder 503 cuando no se puede saber.',
    'Cambiar un dato que leen varios a la vez sin que ninguno pise al otro.',
    'Contar intentos entre todos los procesos, y decidir qué pasa si el almacén se cae o se vacía.',
  ],
  tareas: [
    {
      nombre: 'exigirRespuesta',
      titulo: 'Esperar una respuesta, pero no para siempre',
      pistas: [
        'Dos promesas compiten, la respuesta y el plazo. Hay tres finales: llega, falla o no llega. ¿En cuáles no se sabe nada?',
        '`Promise.race` acaba como la primera que acabe. `try`, `catch` y `finally` tienen aquí un trabajo cada uno.',
        "En el `try`, `return await Promise.race([respuesta, vencido])`; sin `await`, el `catch` no ve el error. En el `catch (cause)`, `throw new ErrorHttp(503, 'Servicio no disponible: vuelve a intentarlo', { cause })`. En el `finally`, `anular()`.",
      ],
    },
    {
      nombre: 'revocar',
      titulo: 'Guardar una revocación que se borra sola',
      pistas: [
        'Es la lista de la lección 5 en otro sitio. ¿Con qué clave la busca `contiene`? ¿Hasta cuándo hay que recordarla?',
        "`set(clave, valor, { expiration: { type: 'EXAT', value } })` guarda hasta un instante, en segundos. La promesa se cumple cuando está guardado.",
        'La clave es la plantilla que usa `contiene`, el valor, un texto vacío, y el instante, `expira + MARGEN`. Delante de `this.redis.set`, `await`.',
      ],
    },
    {
      nombre: 'avanzar',
      titulo: 'Avanzar una sesión sin pisar a otro proceso',
      pistas: [
        'Entre leer y escribir, otro proceso puede haber hecho lo mismo, o haber cerrado la sesión. ¿Quién sabe si lo que leíste sigue siendo verdad?',
        '`cambiarSi(clave, antes, despues)` mira y cambia de una vez, y dice si lo cambió. Lo que guarda Redis son textos; `JSON.stringify` hace uno de la sesión.',
        'Si `!sesion` o `sesion.numero !== numero`, `undefined`. La siguiente es `{ ...sesion, numero: numero + 1, renovada: Math.floor(Date.now() / 1000) }`. Espera a `this.redis.cambiarSi(claveDe(sid), antes, JSON.stringify(siguiente))` y, según lo que diga, devuélvela o devuelve `undefined`.',
      ],
    },
    {
      nombre: 'sumar',
      titulo: 'Contar entre todos, y olvidar a tiempo',
      pistas: [
        'Leer, sumar y escribir desde varios procesos pierde intentos. ¿Qué orden hace las tres cosas? ¿Y quién borrará el contador?',
        '`incr` suma uno, crea la clave si falta y da lo que vale. `expireAt` pide que la clave, si existe, se borre en un instante, en segundos. `Promise.all` espera las dos.',
        '`Promise.all` recibe las dos órdenes en un array y da otro en el mismo orden: devuelve lo primero.',
      ],
    },
  ],
  ataques: [
    'sin Redis, ni deja pasar ni da por malo un token bueno',
    'cierra en todos los procesos la sesión cerrada en uno',
    'no pisa lo que otro proceso cambia mientras tanto',
    'una renovación usada en dos procesos cierra la sesión en todos',
    'cuenta los intentos que llegan a la vez a varios procesos',
    'frena en un proceso los intentos repartidos entre otros',
  ],
  errores,
  equivalentes,
  preguntas,
}
