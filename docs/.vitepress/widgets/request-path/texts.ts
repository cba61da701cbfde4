import type { Answer, Choice } from './request-path.ts'

const HOW_IT_ENDS: Record<number, string> = {
  200: '200: llega a la ruta',
  401: '401: no hay token',
  422: '422: el token no vale',
}

export const TEXTS = {
  title: 'Recorrido de la solicitud',
  choose: 'Valor de Authorization',
  choices: {
    nothing: 'Ninguno',
    basic: 'Basic, con correo y contraseña',
    lowercase: 'bearer en minúsculas, con el token de Ana',
    ana: 'El token de Ana',
    root: 'El token de root',
    altered: 'El token de Ana, alterado para ser root',
    foreign: 'Un token de root firmado con otro secreto',
  } satisfies Record<Choice, string>,
  mistake: 'Cambiar el throw de exigirToken por una respuesta sin return',
  askEnd: '¿Cómo acaba esta solicitud?',
  ends: Object.values(HOW_IT_ENDS),
  endOf: (status: number) => HOW_IT_ENDS[status] ?? '',
  askTimes: '¿Cuántas veces se intenta responder a esta solicitud?',
  times: ['Una', 'Dos'],
  timesOf: (twice: boolean) => TEXTS.times[twice ? 1 : 0] ?? '',

  request: (authorization: string | undefined) =>
    authorization === undefined ? 'GET /perfil' : `GET /perfil\nAuthorization: ${authorization}`,

  back: 'Paso anterior',
  forward: 'Paso siguiente',
  step: (step: number, steps: number) => `Paso ${step} de ${steps}.`,
  unread: 'todavía no se ha leído',
  token: 'token',
  locals: 'res.locals',
  answer: 'Respuesta',
  answered: (answer: Answer | undefined) => (answer ? `${answer.status}, ${answer.body}` : 'ninguna todavía'),
  lost: 'No sale',

  errorPage: 'la página de error de Express',
  enters: 'Llega GET /perfil. Express llama primero a la guardia.',
  reads: (present: boolean) =>
    present
      ? 'req.get lee el encabezado y leerBearer lo recibe.'
      : 'No hay encabezado: req.get devuelve undefined y leerBearer lo recibe.',
  splits: (scheme: string | undefined) =>
    scheme === undefined
      ? 'Sin encabezado, el array está vacío: esquema es undefined.'
      : `Se divide por los espacios: el esquema es «${scheme}».`,
  returns: (token: string | undefined) =>
    token === undefined
      ? 'El esquema no es bearer: leerBearer devuelve undefined.'
      : 'En minúsculas, el esquema es bearer: leerBearer devuelve lo que le sigue.',
  throwsMissing: 'No hay token: se lanza ErrorDeToken y la guardia se detiene aquí.',
  answersAndGoesOn:
    'No hay token: se responde 401. Nada detiene la función, que sigue en la línea siguiente.',
  present: 'Hay token: la condición no se cumple y la guardia sigue.',
  waits: (token: string | undefined) =>
    token === undefined
      ? 'Ya se respondió, pero se llama a comprobar con undefined.'
      : 'Se llama a comprobar y se espera su resultado.',
  accepts: 'La firma es nuestra: verificar devuelve los claims.',
  rejects: (message: string) => `verificar rechaza el token con «${message}». El control pasa al catch.`,
  translates: 'Es un JsonWebTokenError: se lanza ErrorDeToken con esa causa y la guardia se detiene aquí.',
  stores: 'Los claims verificados quedan en res.locals.claims.',
  goesOn: 'next() cede el paso a la ruta.',
  routeAnswers: (body: string) => `La ruta lee el sub de los claims y responde 200 con ${body}.`,
  expressAnswers: (status: number) => `Express recibe el error y responde ${status}. La ruta no se ejecuta.`,
  cannotAnswer:
    'Express intenta responder 422, pero el 401 ya salió: solo puede cortar la conexión. La ruta no se ejecutó porque verificar rechazó undefined. Si lo hubiera aceptado, la ruta se ejecutaría y su respuesta daría ERR_HTTP_HEADERS_SENT.',
}
