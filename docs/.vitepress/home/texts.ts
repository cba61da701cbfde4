import type { Answer } from './live-token.ts'

export const TEXTS = {
  title: 'Aprende JWT rompiendo tokens',
  tagline:
    'Construye, módulo a módulo, la autenticación de una API con Express. Cada lección empieza en un fallo que puedes provocar y termina con todas sus pruebas en verde.',
  begin: 'Empieza aquí, sin instalar nada',
  goOn: (lesson: number) => `Continúa con la lección ${lesson}`,
  finish: 'Termina con el último ejercicio',
  onMachine: 'En tu máquina',
  facts: ['8 lecciones', 'Unas 4 horas', 'Pruebas al instante', 'Sin cuenta'],

  tokenTitle: 'El token de Ana',
  tokenHint: 'Ana quiere entrar en /admin. Cámbiale el rol.',
  names: ['encabezado', 'payload', 'firma'],
  fields: { sub: 'quién es', rol: 'qué puede hacer' },
  forge: 'Cambia su rol por admin',
  sign: 'Firma con el secreto',
  restart: 'Vuelve a empezar',
  secretNote: 'Firmar y verificar ocurre en tu navegador, con un secreto de muestra.',
  holds: 'corresponde',
  broken: 'no corresponde',
  request: 'GET /admin',
  answers: {
    forbidden: 'La firma es buena, pero Ana no administra.',
    invalid: 'La firma se calculó para otro payload: la API no se cree el cambio.',
    welcome: 'Quien tiene el secreto firma lo que quiere. Por eso no sale del servidor.',
  } satisfies Record<Answer['kind'], string>,

  lessons: 'Ocho lecciones, ocho módulos',
  lessonsNote:
    'Cada una se lee sola, se resuelve en su página o en la terminal, y agrega una pieza sin reescribir las demás.',
  minutes: (count: number) => `${count} min`,
  done: 'Hecha',
  next: 'Te toca',

  map: 'Así crece tu API',
  mapNote: 'Elige una lección y mira qué pieza agrega y en qué momento de una solicitud actúa.',
  steps: 'Hasta la lección',
  lanes: { login: 'POST /login', guard: 'GET /perfil', fail: 'Si algo falla' },
  ends: { login: 'token', guard: '200', fail: '401 · 403 · 422' },
  frame: 'Todo, dentro de HTTPS',
  pending: 'todavía no',
  nowYour: (can: string) => `Ahora tu API ${can}.`,
} as const
