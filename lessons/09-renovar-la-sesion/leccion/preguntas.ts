import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = [
  {
    enunciado:
      'Alguien copia el token de renovación de Ana y renueva antes que ella. Cinco minutos después, Ana renueva con el suyo. ¿Qué pasa?',
    opciones: [
      {
        texto: 'Los dos se quedan sin renovación, y a lo sumo les quedan unos minutos de acceso.',
        correcta: true,
        porque:
          'El servidor sabe que el token lo tienen dos, pero no quién es quién: cierra la sesión, y los tokens de acceso expiran solos.',
      },
      {
        texto: 'Ana recibe un token nuevo y el ladrón se queda fuera.',
        porque: 'El token de Ana ya está usado: el servidor solo acepta el último, y ese lo tiene el ladrón.',
      },
      {
        texto: 'Ana recibe un 401 y el ladrón sigue dentro hasta que acabe la jornada.',
        porque: 'Eso pasaría si el servidor rechazara el token usado sin cerrar la sesión.',
      },
      {
        texto: 'Se cierran todas las sesiones de Ana, también la de su teléfono.',
        porque: 'Se cierra la sesión a la que pertenece ese token. La del teléfono tiene otro `sid`.',
      },
    ],
  },
  {
    enunciado:
      'Alguien conoce el `sid` de la sesión de Ana y envía a `POST /renovar` un token con ese `sid`, el número 7 y una firma inventada. ¿Qué responde la API y qué pasa con la sesión?',
    opciones: [
      {
        texto: '401, y la sesión se cierra, porque 7 no es el último número.',
        porque:
          'Para llegar a mirar el número hay que pasar antes por la firma. Si no, cualquiera cerraría sesiones ajenas.',
      },
      {
        texto: '401 «Renovación rechazada», y la sesión sigue como estaba.',
        correcta: true,
        porque:
          '`leerRenovacion` rechaza la firma antes de buscar ninguna sesión. Solo un token que firmamos nosotros puede cerrar la suya.',
      },
      {
        texto: '422 «Token inválido», como en `/perfil`.',
        porque:
          'Un 422 distinguiría un token inventado de uno usado. Todo token de renovación que no vale recibe las mismas palabras.',
      },
      {
        texto: '200, porque la sesión existe.',
        porque: 'Conocer el `sid` no demuestra nada: va a la vista en el `jti` de cada token de acceso.',
      },
    ],
  },
  {
    enunciado:
      'El teléfono de Ana renueva en un túnel y la respuesta se pierde. Tu equipo quiere que el mismo token se pueda repetir. ¿Durante cuánto tiempo?',
    opciones: [
      {
        texto: 'Siempre: un token repetido recibe el último.',
        porque: 'Entonces quien lo robó recibe lo mismo que Ana toda la jornada, y nada lo delata.',
      },
      {
        texto: 'Nunca: la segunda vez se cierra la sesión.',
        porque:
          'Tu equipo pidió que se pudiera repetir. Es lo más estricto, y cada respuesta perdida o cada dos pestañas a la vez le cuestan a Ana escribir su contraseña.',
      },
      {
        texto: 'Unos segundos: lo que tarda un cliente en repetir.',
        correcta: true,
        porque:
          'Cubre los reintentos y las pestañas. A cambio, quien repite en esos segundos recibe lo mismo; el plazo corto y las ocho horas lo acotan.',
      },
      {
        texto: 'Lo que dure un token de acceso.',
        porque:
          'Cinco minutos dan a un ladrón toda la vida de cada token: renovando poco después de Ana, no se le ve nunca.',
      },
    ],
  },
]
