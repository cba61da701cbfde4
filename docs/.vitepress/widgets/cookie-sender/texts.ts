// What the widget says of who sends a cookie.

import type { Answer, Asked, Call, consequences, From, SameSite, Sent, What } from './cookie-sender.ts'

const OBEYS = 'Sí: la cookie sale y la API obedece'
const STAYS = 'No: con Strict, la cookie no sale'
const REFUSES = 'No: la API responde 403'

const THIRD_PARTY =
  'Otra página ha cerrado la sesión de Ana. Muchos navegadores bloquean las cookies de terceros y aquí no la enviarían; un formulario, sí.'

export const FROM: Record<From, string> = {
  own: 'La página de la API, https://app.ejemplo.com',
  sibling: 'Un subdominio, https://blog.ejemplo.com',
  stranger: 'Otro sitio, https://malo.com',
  app: 'Una aplicación de teléfono, con su token',
}

export const WHAT: Record<What, string> = {
  link: 'Un enlace a /perfil',
  form: 'Un formulario que hace POST a /logout',
  fetch: 'Un fetch que hace POST a /logout',
}

export const SAME_SITE: Record<SameSite, string> = { strict: 'Strict', lax: 'Lax', none: 'None' }

export const TEXTS = {
  title: '¿Quién envía la cookie?',
  intro:
    'El navegador de este taller es simulado: agrega los encabezados que agregaría uno de verdad. La API ejecuta la solución de esta lección.',
  question:
    'La cookie es SameSite=Strict y la API no usa exigirOrigen. Ana visita blog.ejemplo.com, que tiene un formulario que hace POST a /logout de app.ejemplo.com. ¿Se cierra su sesión?',
  options: [OBEYS, STAYS, REFUSES],
  tryIt: 'Cambia ahora desde dónde, qué y con qué defensas.',
  from: 'Desde dónde',
  what: 'Qué',
  sameSite: 'SameSite de la cookie',
  watched: 'La API usa exigirOrigen',
  request: 'Lo que sale',
  answer: 'Lo que responde la API',
  attributes: 'Los demás atributos de la cookie',
  httpOnly: 'HttpOnly',
  secure: 'Secure',
  prefix: 'Prefijo __Host-',
}

/** The answer to the prediction, from what the API answers. */
export function answerFor(answer: Answer): string {
  return { 200: OBEYS, 401: STAYS, 403: REFUSES }[answer.status] ?? ''
}

export function requestText({ method, path, headers }: Sent): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${path}`, ...lines].join('\n')
}

export function answerText({ status, body }: Answer): string {
  return `${status} ${JSON.stringify(body)}`
}

/** What it means for Ana, in a sentence, and whether it is as it should be. */
export function verdictOf(call: Call, answer: Answer): { text: string; safe: boolean } {
  const { from, what } = call
  const foreign = from === 'sibling' || from === 'stranger'
  if (answer.status === 403) return { text: 'La cookie llegó, y la API no obedeció.', safe: true }
  if (answer.status === 401) return { text: 'Sin cookie ni token, la API no sabe quién es.', safe: true }
  if (!foreign) return { text: 'Entra, como debe.', safe: true }
  if (what === 'link')
    return {
      text: 'Ana ve su perfil. La página que puso el enlace, no: nadie le enseña la respuesta.',
      safe: true,
    }
  if (from === 'stranger' && what === 'fetch') return { text: THIRD_PARTY, safe: false }
  return { text: 'Otra página ha cerrado la sesión de Ana, aunque no lea la respuesta.', safe: false }
}

/** One sentence per attribute, and whether it protects. */
export function sentencesOf(asked: Asked, found: ReturnType<typeof consequences>) {
  if (!found.kept)
    return [{ text: 'El navegador ni la guarda: el prefijo __Host- exige Secure.', safe: false }]
  const script = found.readByScripts
    ? 'Un script ajeno en nuestra página lee el token en document.cookie y se lo lleva.'
    : 'Un script ajeno en nuestra página no lee el token. Mientras siga abierta, puede llamar a la API desde ella.'
  const clear = found.travelsInClear
    ? 'Por HTTP también sale, y quien espía la red la lee.'
    : 'Por HTTP no sale.'
  const subdomain = found.setBySubdomain
    ? 'Un subdominio puede poner otra con el mismo nombre y Domain=ejemplo.com: Ana usaría la cuenta de quien la puso.'
    : 'Un subdominio no puede poner otra con su nombre: el prefijo prohíbe Domain.'
  return [
    { text: script, safe: asked.httpOnly },
    { text: clear, safe: asked.secure },
    { text: subdomain, safe: asked.prefix },
  ]
}
