import type { Leccion } from '#comun/leccion.ts'
import { errores } from './leccion/errores.ts'
import { preguntas } from './leccion/preguntas.ts'

export const leccion: Leccion = {
  titulo: 'Manejo de errores JWT',
  promesa: 'Traducirás cada error a una respuesta JSON que el cliente entiende y que no revela nada de más.',
  minutos: 30,
  archivo: 'errores.ts',
  pieza: {
    tarjeta: 'Responde a cada fallo con su estado, sin contar de más.',
    nombre: 'traducir el error',
    via: 'fallo',
    logro: 'dice a cada cliente qué falló, y nada más',
  },
  aprenderas: [
    'Distinguir por su clase un token que falta, uno que expiró y uno que no vale.',
    'Separar lo que se le cuenta al cliente de lo que se guarda en el registro.',
    'Escribir un manejador de errores de Express y colocarlo donde le toca.',
    'Responder 500 a un fallo propio sin mostrar su mensaje ni su traza.',
  ],
  tareas: [
    {
      nombre: 'traducirToken',
      titulo: 'Distinguir los tres fallos de un token',
      pistas: [
        'La guardia de la lección 2 envuelve el rechazo original y lo guarda en `cause`. Si no llegó ningún token, no hay nada que guardar.',
        '`instanceof` también acepta a las clases hijas, y `jwt.TokenExpiredError` es hija de `jwt.JsonWebTokenError`. El tercer argumento de `ErrorHttp` es un objeto de opciones con `cause`.',
        'Son tres `return`. El primero, si `cause === undefined`; el segundo, si `cause instanceof jwt.TokenExpiredError`; el tercero, sin condición. Los dos últimos terminan en `{ cause }`.',
      ],
    },
    {
      nombre: 'traducirError',
      titulo: 'Decidir qué se cuenta de un error cualquiera',
      pistas: [
        'Hay dos públicos: el cliente, que recibe un estado y un mensaje, y quien mantiene el servidor, que necesita el error original. Decide qué recibe cada uno en los cuatro casos.',
        'Los dos primeros casos se distinguen por su clase, con `instanceof`. Para el tercero ya tienes `estadoDeCliente`, que devuelve un 4xx o `undefined`. El orden importa: un `ErrorDeToken` también lleva `status`.',
        'Tras los dos `instanceof`, guarda `const estado = estadoDeCliente(error)`. Si lo hay, devuelve `new ErrorHttp(estado, "Solicitud incorrecta", …)`; si no, un 500. En los dos, `{ cause: error }`.',
      ],
    },
    {
      nombre: 'manejarErrores',
      titulo: 'Responder en JSON y registrar lo inesperado',
      pistas: [
        'Todo lo que hay que decidir ya lo decide `traducirError`. Aquí solo se registra y se responde.',
        'De lo que devuelve `traducirError` te interesan `status` y `message`. Para responder tienes `res.set`, `res.status` y `res.json`; para registrar, el parámetro `registrar`.',
        'Empieza por `const { status, message } = traducirError(error)`. Si `status >= 500`, llama a `registrar(error)`; si es 401, `res.set("WWW-Authenticate", "Bearer")`. Termina con el estado y el JSON.',
      ],
    },
    {
      nombre: 'rutaNoEncontrada',
      titulo: 'Convertir en un 404 lo que ninguna ruta atiende',
      pistas: [
        'Esta capa va después de todas las rutas: si una solicitud llega hasta ella, nadie la atendió. No tiene que responder; ya hay quien responde a los errores.',
        'Express lleva al manejador de errores todo lo que se lanza. La clase `ErrorHttp` recibe un estado y un mensaje.',
        'Es una sola línea, con `throw` y no con `return`: `throw new ErrorHttp(…, …)`.',
      ],
    },
  ],
  ataques: [
    'convierte un fallo de programación en un 500 sin detalles',
    'convierte un error ajeno con status 502 en un 500 sin detalles',
    'conserva el estado de un 4xx ajeno y calla su mensaje',
    'no repite el token en la respuesta',
    'registra un error desconocido sin contarlo',
    'responde 400 a un JSON mal formado sin repetirlo',
  ],
  solicitudes: [{ texto: 'con un JSON mal formado', metodo: 'POST', ruta: '/login', cuerpo: '{"email":' }],
  errores,
  preguntas,
}
