import type { Answer } from './live-token.ts'

export const TEXTS = {
  title: 'Aprende JWT rompiendo tokens',
  tagline:
    'Construye la autenticación de una API con Express, pieza a pieza. Cada lección empieza en un fallo que puedes provocar y termina con todas sus pruebas en verde.',
  begin: 'Empieza aquí, sin instalar nada',
  goOn: (lesson: number) => `Continúa con la lección ${lesson}`,
  finish: 'Termina con el último ejercicio',
  onMachine: 'En tu máquina',
  facts: (lessons: number, minutes: number) => [
    `${lessons} lecciones`,
    `Unas ${inHours(minutes)}`,
    'Pruebas al instante',
    'Sin cuenta',
  ],

  tokenTitle: 'El token de Ana',
  tokenHint: 'Ana quiere entrar en /admin. Cámbiale el rol.',
  still: 'Este navegador firma solo por HTTPS o en localhost.',
  names: ['encabezado', 'payload', 'firma'],
  fields: { sub: 'quién es', rol: 'qué puede hacer', jti: 'cuál es', exp: 'expira en 1 h' },
  forge: 'Cambia su rol por admin',
  sign: 'Firma con el secreto',
  restart: 'Vuelve a empezar',
  holds: 'corresponde',
  broken: 'no corresponde',
  request: 'GET /admin',
  answers: {
    forbidden: 'La firma es buena, pero Ana no administra.',
    invalid: 'La firma es de otro payload, y la API no se cree el cambio.',
    expired: 'La firma es buena, pero pasó su hora. Vuelve a empezar.',
    nobody: 'La firma es buena, pero ninguna cuenta es de ese sub.',
    welcome: 'Quien tiene el secreto firma lo que quiere. Que no salga del servidor.',
  } satisfies Record<Answer['kind'], string>,

  lessons: (count: number) => `${count} lecciones, una API entera`,
  lessonsNote:
    'Cada una se lee sola, se resuelve en su página o en la terminal, y agrega una pieza sin reescribir las demás.',
  extension: 'Ampliación',
  minutes: (count: number) => `${count} min`,
  done: 'Hecha',
  next: 'Te toca',

  map: 'Así crece tu API',
  mapNote: 'Elige una lección y mira qué pieza agrega y en qué momento de una solicitud actúa.',
  steps: 'Hasta la lección',
  lanes: { login: 'POST /login', guardia: 'GET /admin', fallo: 'Si algo falla' },
  ends: { login: 'token', guardia: '200', fallo: '401 · 403 · 422' },
  pending: 'todavía no',
  nowYour: (can: string) => `Ahora tu API ${can}.`,
} as const

/** To the nearest half hour. */
function inHours(minutes: number): string {
  const halves = Math.round(minutes / 30)
  return `${Math.floor(halves / 2)} horas${halves % 2 ? ' y media' : ''}`
}
