import type { Answer, Attempt } from './forger.ts'

export const PREDICTION = {
  question:
    'Alguien copió el token de Ana y tiene un diccionario de 50 palabras. ¿Encuentra el secreto sin hacer ninguna solicitud?',
  options: ['Sí', 'No'],
}

const WHY: Record<Answer['status'], string> = {
  200: 'para el servidor, lo firmó él.',
  403: 'la firma es buena, pero el rol no es admin.',
  422: 'la firma no corresponde al payload.',
}

const milliseconds = new Intl.NumberFormat('es', { maximumFractionDigits: 1 })

/** Browsers round what they measure: some, to whole milliseconds. */
const duration = (elapsed: number) => (elapsed < 1 ? 'menos de 1 ms' : `${milliseconds.format(elapsed)} ms`)

export const TEXTS = {
  title: 'Falsificador',
  edit: '1. Cambia el rol de un token ajeno',
  token: 'El servidor firmó este token para Ana. Edita su rol; la firma se queda como estaba.',
  role: 'rol',
  server: 'Este servidor mira la firma y el rol; el de la lección, además, la expiración y el jti.',
  attack: '2. Busca el secreto con el que se firmó',
  secret: 'Secreto del servidor',
  random: '32 bytes al azar',
  generated: 'Generado ahora, y escrito en base64url:',
  trying: 'Probando palabras…',
  forged: 'Con ese secreto se firma un token de administrador:',
  offline:
    'La búsqueda ha ocurrido sin conexión y con ese único token: el servidor no recibe los intentos, así que no los limita ni los registra.',
  long: 'La lección 1 rechaza este secreto por corto. Pero ser largo no basta: el diccionario incluye un texto de 38 bytes copiado de un ejemplo.',
  against:
    'Un secreto de 32 bytes al azar protege de quien lo adivina: ninguna lista de palabras lo incluye y probarlos todos son 2²⁵⁶ intentos. No protege de quien lo lee en un repositorio o en un registro, ni de quien roba un token ya firmado.',
  answered: ({ status, body }: Answer) => `GET /admin → ${status} ${JSON.stringify(body)}: ${WHY[status]}`,
  tried: ({ found, tried, elapsed }: Attempt, total: number) =>
    found === undefined
      ? `Ninguna sirve: ${tried} de ${total} palabras probadas en ${duration(elapsed)}.`
      : `El secreto es «${found}»: ${tried} de ${total} palabras probadas en ${duration(elapsed)}.`,
}
