import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = [
  {
    enunciado: 'Tu aplicación cliente recibe un 401 con `{"error":"Token expirado"}`. ¿Qué debería hacer?',
    opciones: [
      {
        texto: 'Repetir la solicitud con el mismo token.',
        porque: 'El token seguirá expirado, y repetirla solo da trabajo a los dos.',
      },
      {
        texto: 'Mostrar «No tienes permiso».',
        porque: 'El permiso es otra pregunta y tiene otro estado, el 403, que verás en la lección 6.',
      },
      {
        texto: 'Pedir que se inicie sesión de nuevo.',
        correcta: true,
        porque: 'Hace falta otro token. Expirar es lo normal, así que el cliente debe tenerlo previsto.',
      },
      {
        texto: 'Avisar de un ataque.',
        porque: 'Todos los tokens expiran, y una respuesta así llega cada hora y no indica nada raro.',
      },
    ],
  },
  {
    enunciado: '¿Por qué se guarda el error original en `cause` y no se escribe un mensaje más largo?',
    opciones: [
      {
        texto: 'Para conservar el error original sin mezclarlo con lo que ve el cliente.',
        correcta: true,
        porque: 'El mensaje es para el cliente; la causa, con su clase y su traza, para quien investiga.',
      },
      {
        texto: 'Porque `cause` se envía al cliente.',
        porque: 'No se envía, porque `manejarErrores` solo pone `message` en la respuesta.',
      },
      {
        texto: 'Porque Express lo exige.',
        porque: 'Express no mira `cause`, que es una propiedad estándar de los errores de JavaScript.',
      },
      {
        texto: 'Para no crear otra clase de error.',
        porque: 'La clase existe igual, es `ErrorHttp`, y es ella la que lleva la causa.',
      },
    ],
  },
  {
    enunciado: 'Un `TypeError` de tu código llega a `manejarErrores`. ¿Qué responde?',
    opciones: [
      {
        texto: 'Un 401 «Token inválido».',
        porque: 'Culpa al cliente de un fallo tuyo, y cambiará de token y volverá a fallar.',
      },
      {
        texto: 'Un 400 «Solicitud incorrecta».',
        porque: 'La solicitud era correcta; un 4xx dice lo contrario y además deja sin registrar tu fallo.',
      },
      {
        texto: 'Un 500 «Error interno», y registra el detalle.',
        correcta: true,
        porque: 'El cliente sabe que el fallo no es suyo, y el error original queda en el registro.',
      },
      {
        texto: 'Un 500 con el mensaje y la traza.',
        porque: 'La traza cuenta a cualquiera qué archivos y bibliotecas usa el servidor.',
      },
    ],
  },
]
