/** The servers that need nothing but what the workbook installs. */
export const OWN = ['express', 'terminada', 'a-mano-texto', 'a-mano-clave'] as const

/** Those that need a package of the peers. */
export const WITH_PEERS = [
  'express-jwt-texto',
  'express-jwt-clave',
  'passport-jwt-texto',
  'passport-jwt-clave',
  'fastify-jwt',
] as const

export const NAMES = [...OWN, ...WITH_PEERS]
export type ContenderName = (typeof NAMES)[number]
