import type { Pregunta } from '#comun/leccion.ts'

export const preguntas: Pregunta[] = [
  {
    enunciado: '¿De dónde saca la ruta el id de quien hace la solicitud?',
    opciones: [
      {
        texto: 'De `req.body.id`.',
        porque: 'El cuerpo lo escribe el cliente, que puede poner el id de cualquiera.',
      },
      {
        texto: 'De `req.query.id`.',
        porque: 'También lo escribe el cliente y, además, la URL queda en los registros.',
      },
      {
        texto: 'De `jwt.decode` del encabezado.',
        porque: 'Decodificar no es verificar, y lee igual un payload escrito por cualquiera.',
      },
      {
        texto: 'De los claims verificados.',
        correcta: true,
        porque: 'Son los únicos datos de la solicitud que el cliente no puede cambiar sin romper la firma.',
      },
    ],
  },
  {
    enunciado: 'Un middleware responde 401 y después llama a `next()`. ¿Qué pasa?',
    opciones: [
      {
        texto: 'La ruta se ejecuta y, al responder, provoca `ERR_HTTP_HEADERS_SENT`.',
        correcta: true,
        porque:
          'El cliente ve un 401, pero la ruta hizo su trabajo. Por eso una prueba que solo mira el estado no lo nota.',
      },
      {
        texto: 'Nada: ya había respondido.',
        porque: 'Responder no detiene nada, y la ruta se ejecuta igual, con todos sus efectos.',
      },
      {
        texto: 'Express ignora ese `next()`.',
        porque: 'Express no lo ignora, y llama a lo siguiente aunque la respuesta ya se haya enviado.',
      },
      {
        texto: 'El cliente recibe las dos respuestas.',
        porque: 'En HTTP cada solicitud tiene una sola respuesta, y la segunda no llega a salir.',
      },
    ],
  },
  {
    enunciado: '¿Por qué `claimsDe` lanza un error si no hay claims, en vez de devolver `undefined`?',
    opciones: [
      {
        texto: 'Para que el cliente sepa qué falta.',
        porque: 'El fallo es nuestro y el cliente no puede arreglarlo; para él es un 500 sin más detalle.',
      },
      {
        texto: 'Porque TypeScript lo exige.',
        porque: 'TypeScript aceptaría `Claims | undefined`; es una decisión nuestra.',
      },
      {
        texto: 'Para que una ruta sin guardia falle en la primera prueba.',
        correcta: true,
        porque:
          'Un error se ve enseguida. Un `undefined` viaja hasta la consulta siguiente y puede acabar en producción.',
      },
      {
        texto: 'Porque así la ruta responde antes.',
        porque: 'La velocidad no cuenta aquí, porque comprobar si hay claims cuesta lo mismo que nada.',
      },
    ],
  },
]
