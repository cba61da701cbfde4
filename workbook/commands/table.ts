/** Runs with the words after its name and gives the exit code. */
export type Run = (args: string[]) => Promise<number>

export interface Command {
  name: string
  /** How it is typed, and what it does then. */
  uses: readonly (readonly [typed: string, what: string])[]
  /** Loaded only when asked for: most of the start of a command is loading what it needs. */
  load(): Promise<Run>
}

/** The learner's commands, but for those that are keys of the session too. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'start',
    uses: [['npm start', 'el sitio y la sesión de la siguiente lección']],
    load: async () => (await import('./start.ts')).start,
  },
  {
    name: 'lesson',
    uses: [
      ['npm run lesson', 'la primera lección sin terminar'],
      ['npm run lesson 3', 'la lección 3: edita su archivo y guarda'],
      ['npm run lesson final', 'tus ocho módulos juntos'],
      ['npm run lesson ampliacion', 'los doce, con los de la ampliación'],
    ],
    load: async () => (await import('./lesson.ts')).lesson,
  },
  {
    name: 'check',
    uses: [
      ['npm run check 3', 'comprueba una vez la lección 3'],
      ['npm run check', 'comprueba todas'],
    ],
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'ataca',
    uses: [
      ['npm run ataca', 'ataca tu API terminada; con un número, la de esa lección'],
      ['npm run ataca -- --ayuda', 'cómo atacar otro servidor de tu equipo'],
    ],
    load: async () => (await import('./attack/attack.ts')).attack,
  },
  {
    name: 'repaso',
    uses: [['npm run repaso', 'cinco preguntas de lo que ya has superado']],
    load: async () => (await import('./review.ts')).review,
  },
  {
    name: 'problema',
    uses: [['npm run problema 3', 'la escena de la que parte la lección 3']],
    load: async () => (await import('./problem.ts')).problem,
  },
  {
    name: 'copias',
    uses: [['npm run copias', 'las copias de tu trabajo']],
    load: async () => (await import('./copies.ts')).copies,
  },
  {
    name: 'informe',
    uses: [['npm run informe', 'un informe de tu trabajo para entregar']],
    load: async () => (await import('./inform.ts')).inform,
  },
  {
    name: 'califica',
    uses: [['npm run califica ../entregas', 'para quien enseña: las notas de una carpeta de entregas']],
    load: async () => (await import('./grade.ts')).grade,
  },
  {
    name: 'classroom',
    uses: [],
    load: async () => (await import('./classroom.ts')).classroom,
  },
  {
    name: 'actualizar',
    uses: [['npm run actualizar', 'trae una versión nueva sin tocar tus ejercicios']],
    load: async () => (await import('./update.ts')).update,
  },
  {
    name: 'crear-api',
    uses: [['npm run crear-api ../mi-api', 'tus ocho módulos, en un proyecto tuyo']],
    load: async () => (await import('./create-api.ts')).createApi,
  },
]
