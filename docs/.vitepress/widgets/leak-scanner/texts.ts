// What the scanner of leaks says.

import { type Finding, isLeak, type Look, type Unreadable } from './leak-scanner.ts'
import { type Comparison, ITERATIONS } from './password-hashes.ts'

const list = new Intl.ListFormat('es')
const whole = numbers({ maximumFractionDigits: 0 })
const short = numbers({ maximumSignificantDigits: 2 })

export const TEXTS = {
  title: 'Escáner de fugas',
  example: 'Elige un token',
  own: 'Otro: lo pego yo',
  token: 'Texto del token',
  privacy: 'Lo que pegas no sale de esta página. Aun así, un token que valga no se pega en ninguna.',
  reading: 'Lo que lee cualquiera que lo tenga',
  decoded: (text: string) => `en base64: «${text}»`,
  question: 'Este token pasa a viajar por HTTPS. ¿Qué fugas deja de leer quien lo tiene?',
  options: ['Todas', 'Solo las contraseñas', 'Ninguna'],
  answer: 'Ninguna',
  why: 'HTTPS decide quién puede llegar a tener el token, no qué lee quien lo tiene. Compruébalo con el interruptor.',
  https: 'Con HTTPS',
  holders: 'Quién puede llegar a tenerlo',
  can: 'puede',
  cannot: 'ya no puede',
  hashing: 'Una contraseña, dos veces',
  password: 'Contraseña inventada',
  passwordPrivacy: 'No sale de esta página ni se guarda: solo está en este campo.',
  calculate: 'Calcular los hashes',
  working: 'Calculando…',
  slow: `PBKDF2 con SHA-256, ${whole(ITERATIONS)} iteraciones`,
  slowWhy: 'Las iteraciones son las que pide OWASP.',
  fast: 'SHA-256, sin sal',
  salt: 'sal',
  hash: 'hash',
  times: ['primera vez', 'segunda vez'],
} as const

/** Who may come to hold a token, and whether HTTPS stops them. */
export const HOLDERS = [
  { who: 'El cliente: la app o el navegador, con sus extensiones', stopped: false },
  { who: 'Tu servidor, y el proxy que descifre por él', stopped: false },
  { who: 'Quien lea los registros donde acabe el token', stopped: false },
  { who: 'Quien comparte la wifi', stopped: true },
  { who: 'Quien administra un equipo del camino', stopped: true },
]

const UNREADABLE: Record<Unreadable, string> = {
  empty: 'Pega un token para ver qué se lee en él.',
  parts: 'Un JWT firmado tiene tres partes separadas por puntos, y esto no.',
  payload: 'La segunda parte no es un objeto JSON en base64url: no hay claims que leer.',
}

const LOOKS: Record<Look, string> = {
  password: 'por su nombre, es una contraseña o un secreto',
  hash: 'parece un hash',
  email: 'parece un correo',
  phone: 'parece un teléfono',
}

/** What the scanner concludes about the whole token. */
export function verdictOf(scanned: Finding[] | Unreadable): string {
  if (typeof scanned === 'string') return UNREADABLE[scanned]
  const leaks = scanned.filter(isLeak).map(({ path }) => path)
  return `Se ${amount(scanned.length, 'lee', 'leen')} ${countOf(scanned)}${leaks.length ? `: ${list.format(leaks)}` : ''}.`
}

/** What the scanner says of one value. */
export function judgementOf({ allowed, look }: Finding): string {
  const reasons = [...(allowed ? [] : ['no está en la lista']), ...(look ? [LOOKS[look]] : [])]
  return reasons.length ? `Fuga: ${list.format(reasons)}` : 'Permitido'
}

/** What the switch changes, and what it does not. */
export function holdersSentence(scanned: Finding[] | Unreadable, https: boolean): string {
  const able = HOLDERS.filter(({ stopped }) => !(https && stopped)).length
  const reads = typeof scanned === 'string' ? '' : `: ${countOf(scanned)}`
  return `${https ? 'Con' : 'Sin'} HTTPS pueden tenerlo ${able} de ${HOLDERS.length}. Quien lo tiene lee lo mismo${reads}.`
}

/** What the times of a comparison mean to whoever has stolen a table. */
export function comparisonSentence({ slow, fastMicroseconds }: Comparison): string {
  const milliseconds = (slow[0].milliseconds + slow[1].milliseconds) / 2
  const tries = short((milliseconds * 1000) / fastMicroseconds)
  return `Los dos hashes de PBKDF2 son distintos; los de SHA-256, iguales. Mientras prueba una contraseña con PBKDF2 (${inMilliseconds(milliseconds)}), este navegador prueba ${tries} con SHA-256 (${short(fastMicroseconds)} µs cada una).`
}

/** A duration as it is read: «214 ms». */
export function inMilliseconds(milliseconds: number): string {
  return `${whole(milliseconds)} ms`
}

function countOf(findings: Finding[]): string {
  const leaks = findings.filter(isLeak).length
  const found = leaks ? amount(leaks, `${leaks} es una fuga`, `${leaks} son fugas`) : 'ninguno es una fuga'
  return `${findings.length} ${amount(findings.length, 'dato', 'datos')} y ${found}`
}

function amount(count: number, one: string, many: string): string {
  return count === 1 ? one : many
}

/** Thousands apart by a narrow space, as the pages write them. */
function numbers(options: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat('es', options)
  return (value) => format.format(value).replaceAll('.', '\u202f')
}
