import { formatSpan } from './format.ts'
import type { State, Unit } from './timeline.ts'

const BORN_EXPIRED = 'Uno que nace expirado'

export const PREDICTION = {
  question: "Alguien quiere sesiones de 15 minutos y escribe expiresIn: '900'. ¿Qué token emite?",
  options: [
    'Uno que vale 15 minutos',
    'Uno que vale 15 horas',
    BORN_EXPIRED,
    'Ninguno: jwt.sign lanza un error',
  ],
  answer: BORN_EXPIRED,
} as const

export const UNIT_NAMES: Record<Unit, string> = {
  seconds: 'en segundos',
  milliseconds: 'en milisegundos',
  text: 'en un texto sin unidad',
  instant: 'exp en milisegundos',
}

export const LESSONS: Record<Unit, string> = {
  seconds: 'Un número en expiresIn son segundos, como iat y exp.',
  milliseconds: 'Pusiste milisegundos donde van segundos: exp queda mil veces más lejos.',
  text: 'jsonwebtoken toma un texto sin unidad por milisegundos: el token dura mil veces menos.',
  instant: 'Date.now() da milisegundos y exp va en segundos: el año de exp tiene cinco cifras.',
}

export const TEXTS = {
  title: 'Línea de tiempo',
  why: 'Un texto sin unidad son milisegundos: 900 no llegan a un segundo, y exp sale igual que iat. Lo tienes en la línea de abajo.',
  rule: 'El token vale mientras su final cae dentro de la barra de la guardia, que empieza ahora.',
  unit: '¿En qué unidad lo escribiste?',
  duration: 'Duración deseada',
  clock: 'Reloj del servidor que verifica',
  skew: 'Desfase del servidor que emite',
  rightBefore: 'Un segundo antes de exp',
  atExpiry: 'En el segundo de exp',
  issuedAt: 'iat',
  expiresAt: 'exp',
  limit: 'límite de la guardia',
  token: 'token',
  guard: 'guardia',
} as const

/** The skew (seconds) of the clock of whoever issues, in words. */
export function describeSkew(seconds: number): string {
  if (seconds === 0) return 'ninguno'
  return `${formatSpan(Math.abs(seconds))} ${seconds > 0 ? 'adelantado' : 'atrasado'}`
}

/** What happens to a token that has these seconds left, or that expired that long ago. */
export function verdictOf(state: State, left: number): string {
  if (state === 'valid')
    return left === 1 ? 'Vale: le queda 1 s' : `Vale: le quedan ${left} s (${formatSpan(left)})`
  if (state === 'too-long')
    return `Rechazado: su exp está más lejos que el límite. Le quedarían ${formatSpan(left)}`
  return left === 0
    ? 'Expirado: en el segundo exacto de exp ya no vale'
    : `Expirado hace ${formatSpan(-left)}`
}

/** The drawing in words, from the times that it shows. */
export function describeLine(iat: string, exp: string, now: string, limit: string): string {
  return `Línea de tiempo: iat, ${iat}; exp, ${exp}; ahora, ${now}; la guardia admite un exp hasta: ${limit}.`
}
