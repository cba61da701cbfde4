// What an inspected token deserves to be told about.

export const TEXTS = {
  algorithm: (name: string) => `Su encabezado dice ${name} y no HS256`,
  noSubject: 'No dice a quién identifica: le falta sub',
  subjectNotText: 'Su sub no es un texto: el estándar lo pide (RFC 7519 §4.1.2)',
  noExpiry: 'No expira nunca: le falta exp',
  expired: 'Ya expiró',
  longLife: 'Dura más de un día: quien lo robe podrá usarlo mucho tiempo',
  sensitive: (claim: string) => `El claim «${claim}» lo lee cualquiera que tenga el token`,
} as const
