// What each lesson adds to the app, in the reader's words: on the cards, on the map and when a lesson turns green.

export type Lane = 'login' | 'guard' | 'fail' | 'frame'

export interface Module {
  lesson: number
  /** What the piece is called on the map. */
  name: string
  lane: Lane
  /** What the reader does, on a card. */
  line: string
  /** What the API can do once the lesson is green: «Tu API …». */
  can: string
}

export const MODULES: readonly Module[] = [
  {
    lesson: 1,
    name: 'firmar el token',
    lane: 'login',
    line: 'Emite un JWT que identifica a Ana y rechaza el que alguien cambió.',
    can: 'emite tokens firmados y descubre los que alguien cambió',
  },
  {
    lesson: 2,
    name: 'exigir el token',
    lane: 'guard',
    line: 'Abre /perfil solo a quien trae un token tuyo.',
    can: 'responde solo a quien trae un token tuyo',
  },
  {
    lesson: 3,
    name: 'exigir que no expire',
    lane: 'guard',
    line: 'Haz que un token deje de valer al cabo de una hora.',
    can: 'deja de aceptar un token al cabo de una hora',
  },
  {
    lesson: 4,
    name: 'traducir el error',
    lane: 'fail',
    line: 'Responde a cada fallo con su estado, sin contar de más.',
    can: 'dice a cada cliente qué falló, y nada más',
  },
  {
    lesson: 5,
    name: 'mirar si se revocó',
    lane: 'guard',
    line: 'Cierra una sesión antes de que su token expire.',
    can: 'cierra una sesión sin tocar las demás',
  },
  {
    lesson: 6,
    name: 'exigir el rol',
    lane: 'guard',
    line: 'Lleva el rol en el token y decide quién administra.',
    can: 'distingue a quien administra de quien no',
  },
  {
    lesson: 7,
    name: 'comprobar la contraseña',
    lane: 'login',
    line: 'Guarda cada contraseña con hash y sal, fuera del token.',
    can: 'guarda contraseñas que nadie puede leer, ni tú',
  },
  {
    lesson: 8,
    name: 'HTTPS',
    lane: 'frame',
    line: 'Sirve la API sobre TLS y mira qué ve quien espía la red.',
    can: 'habla por una conexión que quien espía no puede leer',
  },
]

/** The pieces of a lane in the order in which a request meets them, and not in that of the lessons. */
const ORDER = [8, 7, 1, 2, 3, 5, 6, 4]

export function laneOf(lane: Lane): Module[] {
  return MODULES.filter((one) => one.lane === lane).sort(
    (one, other) => ORDER.indexOf(one.lesson) - ORDER.indexOf(other.lesson),
  )
}
