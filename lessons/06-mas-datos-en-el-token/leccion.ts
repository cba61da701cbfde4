import type { Leccion } from '#comun/leccion.ts'
import { equivalentes } from './leccion/equivalentes.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Guardar más datos en el token',
  promesa: 'Pondrás el rol en el token y dejarás entrar en cada ruta solo a quien tiene permiso.',
  minutos: 25,
  archivo: 'roles.ts',
  pieza: {
    tarjeta: 'Lleva el rol en el token y decide quién administra.',
    nombre: 'exigir el rol',
    via: 'guardia',
    logro: 'distingue a quien administra de quien no',
  },
  aprenderas: [
    'Elegir qué datos de una cuenta viajan en el token y cuáles no.',
    'Comprobar el valor de un claim propio antes de fiarte de él.',
    'Responder 403 a quien se identificó bien y no tiene permiso.',
    'Predecir qué pasa con un token ya emitido cuando cambia el rol de su cuenta.',
  ],
  tareas: [
    {
      nombre: 'claimsPropios',
      titulo: 'Elegir los datos que viajan en el token',
      pistas: [
        'Abre `lessons/comun/usuarios.ts` y lee los campos de `Usuario`. ¿Cuáles verías bien en manos de cualquiera que tenga el token?',
        'Quitar campos obliga a acordarte de todos los que vengan. Construye un objeto nuevo y nombra solo lo que sale.',
        'Es un objeto literal con una sola propiedad, `rol`, y su valor está en `usuario`. Nada de `...`.',
      ],
    },
    {
      nombre: 'esRol',
      titulo: 'Reconocer un rol que llega de fuera',
      pistas: [
        'El valor puede ser cualquier cosa: otro texto, un array, `null` o nada. ¿Qué comparación no convierte los tipos?',
        'Los roles válidos ya están en el array `ROLES`. Los arrays tienen un método que pregunta si alguno de sus elementos cumple una condición: `some`.',
        '`some` recibe una función, a la que pasa cada rol: compáralo con `valor` mediante `===`, que no convierte nada. Devuelve lo que devuelva `some`.',
      ],
    },
    {
      nombre: 'exigirRol',
      titulo: 'Dejar pasar solo a los roles permitidos',
      pistas: [
        'Autenticar y autorizar son dos preguntas, y la primera ya la respondió la guardia. ¿De dónde sale un dato ya verificado?',
        'Lee `claimsDe(res)`, que avisa si la ruta olvidó la guardia. El token pudo emitirlo una versión anterior, así que `rol` puede faltar, y para eso está `esRol`.',
        'Une dos motivos de rechazo con `||`: no es un rol, o `permitidos` no lo incluye. En ese caso, lanza `ErrorHttp`. La última línea llama a `next()`.',
      ],
    },
  ],
  ataques: [
    'rechaza lo que no es exactamente un rol',
    'no ejecuta la ruta de quien no tiene permiso',
    'responde 403 a una usuaria corriente',
    'responde 403 a un token sin un rol permitido',
    'responde 422 a quien se asciende en su token',
  ],
  solicitudes: [{ texto: 'con tu último token', metodo: 'GET', ruta: '/admin', token: 'último' }],
  errores,
  equivalentes,
  preguntas,
}
