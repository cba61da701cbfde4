import type { Answer } from './answers.ts'
import type { Case } from './cases.ts'
import type { Check, Diagnosis } from './diagnosis.ts'

export const NAMES: Record<Case, string> = {
  good: 'Bueno',
  unsigned: 'Sin firma',
  foreign: 'De otro secreto',
  expired: 'Expirado',
  early: 'Aún no válido',
  cut: 'Cortado',
  missing: 'Sin token',
}

export const STORIES: Record<Case, string> = {
  good: 'Lo emitió este servidor a las 10:00:00 y expira a las 11:00:00.',
  unsigned: 'Mismos claims, pero su encabezado dice alg: none y tras el último punto no hay nada.',
  foreign: 'Mismos claims, firmados por alguien que no tiene nuestro secreto.',
  expired: 'Lo emitió este servidor a las 9:00:00 y expiró a las 10:00:00.',
  early: 'Lo emitió este servidor, con un nbf (el instante antes del cual no vale) de las 10:45:00.',
  cut: 'El bueno, copiado a medias: le falta el final.',
  missing: 'La solicitud llega sin encabezado Authorization.',
}

export const CHECK_NAMES: Record<Check, string> = {
  sent: '¿Llegó un token?',
  parts: '¿Tiene tres partes?',
  signed: '¿Trae firma?',
  algorithm: '¿Su algoritmo es HS256?',
  signature: '¿La firma es de nuestro secreto?',
  notBefore: '¿Empezó ya a valer (nbf)?',
  expiry: '¿Le queda tiempo (exp)?',
}

export const STEP = { passed: 'sí', failed: 'no', skipped: 'no se llega a mirar' } as const

const ONLY_EXPIRED = 'Solo el expirado'

export const TEXTS = {
  title: 'Diagnóstico de tokens',
  intro: 'El reloj del servidor marca las 10:30:00 y llega GET /perfil.',
  token: 'Token',
  next: 'Siguiente token',
  question: '¿Qué responde el servidor?',
  checks: 'Comprobaciones, en orden:',
  none: '(no hay encabezado Authorization)',
  orderTitle: 'El orden de los instanceof',
  orderQuestion: 'Si JsonWebTokenError sube al primer lugar, ¿qué tokens cambian de respuesta?',
  orderOptions: ['Ninguno', ONLY_EXPIRED, 'El expirado y el aún no válido', 'Todos los rechazados'],
  orderAnswer: ONLY_EXPIRED,
  orderWhy:
    'Un TokenExpiredError también es un JsonWebTokenError. Un NotBeforeError, también, pero su respuesta es la misma. Compruébalo abajo.',
  up: 'Subir',
  down: 'Bajar',
  attendedBy: 'responde la rama',
  changes: 'cambia',
  unreachable: 'nunca se llega aquí',
  noChange: 'Ningún token cambia de respuesta',
} as const

/** An answer as it is read: its status and its body. */
export function describeAnswer({ status, body }: Answer): string {
  return `${status} ${JSON.stringify(body)}`
}

/** What the guard throws, named as jsonwebtoken does, or that there is nothing to throw. */
export function describeCause({ failed, cause }: Diagnosis): string {
  if (!failed) return 'El token vale: la solicitud sigue hasta la ruta.'
  return cause
    ? `La guardia lanza un ErrorDeToken cuya causa es ${cause.name}: ${cause.message}`
    : 'La guardia lanza un ErrorDeToken sin causa.'
}

/** How many predictions were right, and how many tokens are left. */
export function describeScore(right: number, made: number, total: number): string {
  if (made === 0) return `Predicciones: 0 de ${total}`
  const rest = total - made
  const left = rest ? `${rest === 1 ? 'Falta' : 'Faltan'} ${rest}.` : 'No queda ninguno.'
  return `Predicciones acertadas: ${right} de ${made}. ${left}`
}

/** The tokens whose answer changes with an order of the questions. */
export function describeChanges(changed: readonly Case[]): string {
  if (!changed.length) return TEXTS.noChange
  return `${changed.length > 1 ? 'Cambian' : 'Cambia'} de respuesta: ${changed.map((name) => NAMES[name].toLowerCase()).join(', ')}`
}
