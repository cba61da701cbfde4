// What the spy of the network says.

import type { Catch, Leg, Reason, Setting, Step, Trip } from './network-spy.ts'
import { caught, secretsIn } from './network-spy.ts'

const list = new Intl.ListFormat('es')

const VISIT_ONLY = 'La visita, sin secretos'
const SECRETS = 'La contraseña y el token'
const NOTHING = 'Nada'

export const VIEWS: Record<Setting['view'], string> = {
  http: 'HTTP',
  https: 'HTTPS',
  proxy: 'HTTPS con un proxy que reenvía en claro',
}

export const CLIENTS: Record<Setting['client'], string> = {
  'first-visit': 'Un navegador, en su primera visita',
  'next-visit': 'El mismo navegador, otro día',
  app: 'Una app con http:// escrito en su código',
}

export const REQUESTS: Record<Step, string> = {
  visit: 'GET /perfil',
  login: 'POST /login',
  profile: 'GET /perfil',
}

const CATCHES: Record<Catch, string> = {
  password: 'la contraseña',
  accessToken: 'el token de la respuesta',
  bearer: 'el token de la solicitud (Bearer …)',
  name: 'el nombre del servidor',
}

export const REASONS: Record<Reason, string> = {
  noTls: 'Sin HTTPS, cualquiera que esté en el camino lee lo mismo que el servidor.',
  notUsed: 'Ofrecer HTTPS no basta: la dirección empezaba por http:// y nadie llevó al cliente a otra.',
  hstsUnheard:
    'HSTS solo se envía por HTTPS: este cliente nunca llegó a HTTPS, así que no hay nada que recordar.',
  tooLate:
    'La API responde 403 y no entrega ningún token, pero la contraseña ya viajó: hay que cambiarla. Una app no recuerda HSTS.',
  everyVisit:
    'La visita viaja en claro y quien esté en medio puede contestarla en lugar de tu servidor. Sin HSTS, eso se repite en cada visita que empieza por http://.',
  nextTime:
    'La primera visita es el hueco que queda: quien esté en medio puede contestarla en lugar de tu servidor. El aviso de HSTS llega después, dentro de TLS, y lo cierra para las siguientes.',
  remembered: 'El navegador recuerda HSTS: cambia http:// por https:// antes de enviar nada.',
}

export const TEXTS = {
  title: 'Espía de la red',
  intro:
    'Estos bytes son de verdad: un inicio de sesión con la aplicación de esta lección, grabado en localhost con el espía de la escena.',
  question:
    'El servidor ofrece HTTPS, redirige y envía HSTS. Un navegador que no prueba HTTPS por su cuenta entra por primera vez con una dirección que empieza por http://. ¿Qué viaja en claro?',
  options: [NOTHING, VISIT_ONLY, SECRETS],
  tryIt: 'Compruébalo: elige HTTPS y activa las dos reglas.',
  view: 'Vista',
  rules: 'Reglas del servidor',
  redirects: 'Redirección: por HTTP redirige las visitas y rechaza lo demás',
  hsts: 'HSTS: pide al navegador que no vuelva por HTTP',
  rulesNeedTls: 'Con HTTP no hay adónde redirigir: elige otra vista.',
  client: 'Quién se conecta, con una dirección http://',
  heading: 'Lo que pasa por la red, en orden',
  showBytes: 'Ver los bytes',
}

/** The answer to the prediction, found in what was recorded. */
export function answerFor(trips: readonly Trip[]): string {
  const clear = trips.filter(({ protocol }) => protocol === 'http')
  if (!clear.length) return NOTHING
  return secretsIn(clear.flatMap(({ legs }) => legs)).length ? SECRETS : VISIT_ONLY
}

/** What somebody on the way reads, in one sentence per place. */
export function verdictOf(trips: readonly Trip[]): { text: string; safe: boolean }[] {
  const at = (place: Leg['place']) => trips.flatMap(({ legs }) => legs.filter((leg) => leg.place === place))
  const outside = secretsIn(at('outside'))
  const inside = secretsIn(at('inside'))
  return [
    { text: `Quien espía la red ${reads(outside)}.`, safe: !outside.length },
    ...(at('inside').length
      ? [{ text: `Quien está entre el proxy y la API ${reads(inside)}.`, safe: !inside.length }]
      : []),
  ]
}

/** Between whom these bytes pass. */
export function placeOf({ place }: Leg, behindProxy: boolean): string {
  if (place === 'inside') return 'Entre el proxy y la API'
  return `Entre el cliente y ${behindProxy ? 'el proxy' : 'el servidor'}`
}

/** What is seen of a leg in any case. */
export function outlineOf(leg: Leg, milliseconds: number): string {
  const size = `${leg.size} bytes en ${milliseconds} ms`
  return caught([leg]).includes('name') ? `${size}, con ${CATCHES.name}` : size
}

/** What is read of the secrets on a leg. */
export function secretsOf(leg: Leg): { text: string; safe: boolean } {
  const secrets = secretsIn([leg]).map((name) => CATCHES[name])
  if (!secrets.length) return { text: 'Ningún secreto', safe: true }
  return { text: `Se lee ${list.format(secrets)}`, safe: false }
}

function reads(secrets: Catch[]): string {
  return secrets.length ? `lee ${list.format(secrets.map((name) => CATCHES[name]))}` : 'no lee ningún secreto'
}
