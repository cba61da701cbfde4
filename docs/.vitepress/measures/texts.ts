const SERVERS: Record<string, string> = {
  express: 'Express, sin autenticación',
  terminada: 'La aplicación terminada',
  'a-mano-texto': 'jsonwebtoken a mano, con texto',
  'a-mano-clave': 'jsonwebtoken a mano, con clave',
  'express-jwt-texto': 'express-jwt, con texto',
  'express-jwt-clave': 'express-jwt, con clave',
  'passport-jwt-texto': 'passport-jwt, con texto',
  'passport-jwt-clave': 'passport-jwt, con clave',
  'fastify-jwt': 'fastify y @fastify/jwt',
}

const FIGURES = new Intl.NumberFormat('es', { maximumSignificantDigits: 3 })
const RATIOS = new Intl.NumberFormat('es', { maximumFractionDigits: 2 })
const THIN_SPACE = '\u202f'

/** A figure as it is written in Spanish, with no more digits than it is worth. */
export function figure(value: number): string {
  return FIGURES.format(value).replaceAll('.', THIN_SPACE)
}

/** How many times one thing is another. */
export function ratio(value: number): string {
  return RATIOS.format(value)
}

export const TEXTS = {
  server: (name: string) => SERVERS[name] ?? name,
  node: (version: string) => `Node ${version}`,
  chartCaption: (version: string) =>
    `Procesador por solicitud con Node ${version}, en veces lo que gasta Express sin autenticación: cuanto más corta, mejor`,
  times: (times: number) => (times === 1 ? '1 vez' : `${ratio(times)} veces`),
  summary: (version: string, finished: number, expressJwt: number, passportJwt: number) =>
    `- Con Node ${version}, la ruta protegida de la aplicación terminada gasta **${ratio(finished)} veces** lo que la misma ruta sin autenticación. Con express-jwt y el secreto como texto son ${ratio(expressJwt)} veces, y con passport-jwt, ${ratio(passportJwt)}.`,
  servers: ['Servidor', 'Procesador', 'Veces', 'p99'],
  verifying: ['Versión', 'Con un texto', 'Con una clave', '`createPublicKey` que falla'],
  signing: ['Algoritmo', 'Firmar', 'Verificar'],
  revoked: ['Revocados', 'Procesador por solicitud', 'Veces'],
  revoking: ['Revocados', 'Mediana', 'p99', 'La que más'],
  /** How many are revoked. */
  count: (size: number) => `${figure(size)} revocados`,
  microseconds: (value: number) => `${figure(value)}\u00a0µs`,
  milliseconds: (value: number) => `${figure(value)}\u00a0ms`,
  machine: (
    { cpu, cores, gigabytes, system }: { cpu: string; cores: number; gigabytes: number; system: string },
    date: string,
    [before, after]: readonly [number, number],
  ) =>
    `Se midió el ${date} en un ${cpu} de ${cores} núcleos y ${gigabytes} GB, con ${system}. Otros procesos trabajaban a la vez, y la carga media pasó de ${figure(before)} a ${figure(after)}.`,
  method: (rounds: number, starts: number, requests: number, connections: number) =>
    `Son ${rounds} rondas de ${figure(requests)} solicitudes a cada servidor, con ${connections} conexiones abiertas; se arranca ${starts} veces, porque dos procesos del mismo programa no gastan igual.`,
  versions: (versions: string) => `Las versiones: ${versions}.`,
  unknown: (name: string) => `No hay una medida «${name}»`,
} as const
