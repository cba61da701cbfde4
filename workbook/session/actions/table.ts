import type { Session } from '../session.ts'
import type { Desk } from './desk.ts'

/**
 * What a learner can do besides saving: by a key of the session, by a command, or by both. Adding one is adding
 * a row; the session, its help and its line of keys, `main` and the list of commands read them from here.
 */
export type Action = Shared | OfTheSession

/** Done at a desk: by a key or by `npm run <command> <lesson>`. */
export interface Shared extends Named {
  command: string
  /** Not about one lesson: its command takes no number. */
  ofAll?: true
  load(): Promise<(desk: Desk) => void | Promise<void>>
}

/** Done only in a session. */
export interface OfTheSession extends Named {
  command?: undefined
  load(): Promise<(session: Session) => void | Promise<void>>
}

interface Named {
  key: string
  /** Beside the key, in one word. */
  name: string
  /** What it does, in a sentence without a subject. */
  what: string
}

export const ACTIONS: readonly Action[] = [
  {
    key: 'p',
    command: 'pista',
    name: 'pista',
    what: 'abre la pista siguiente de la tarea que falla',
    load: async () => (await import('./hint.ts')).hint,
  },
  {
    key: 's',
    command: 'compara',
    name: 'solución',
    what: 'compara tu archivo con la solución',
    load: async () => (await import('./compare.ts')).compare,
  },
  {
    key: 'r',
    command: 'reinicia',
    name: 'reinicia',
    what: 'vuelve al archivo de partida y guarda una copia del tuyo',
    load: async () => (await import('./reset.ts')).reset,
  },
  {
    key: 'd',
    command: 'deshaz',
    name: 'deshace',
    what: 'recupera lo que había antes del último reinicio',
    load: async () => (await import('./reset.ts')).undo,
  },
  {
    key: 'l',
    command: 'lista',
    ofAll: true,
    name: 'lecciones',
    what: 'las lecciones y lo que llevas hecho',
    load: async () => (await import('./list.ts')).list,
  },
  {
    key: 'n',
    name: 'siguiente',
    what: 'pasa a la lección siguiente',
    load: async () => (await import('./next.ts')).next,
  },
  {
    key: 'w',
    name: 'web',
    what: 'abre la página de la lección en el navegador',
    load: async () => (await import('./web.ts')).web,
  },
  {
    key: 'e',
    name: 'editor',
    what: 'abre tu archivo en el editor',
    load: async () => (await import('./editor.ts')).editor,
  },
  {
    key: 'i',
    name: 'tokens',
    what: 'lee los tokens que tu servidor ha entregado',
    load: async () => (await import('./tokens.ts')).tokens,
  },
  {
    key: 'c',
    name: 'pide',
    what: 'envía una solicitud a tu servidor',
    load: async () => (await import('./request.ts')).request,
  },
  {
    key: 'o',
    name: 'salida',
    what: 'muestra lo que salió por la consola en las pruebas',
    load: async () => (await import('./printed.ts')).printed,
  },
  {
    key: '?',
    name: 'ayuda',
    what: 'esta lista',
    load: async () => help,
  },
]

/** What `q` does is not up to an action: it ends the session. */
export const QUIT = { key: 'q', name: 'sale', what: 'cierra la sesión; al volver sigues donde estabas' }

function help(session: Session): void {
  session.show([...ACTIONS, QUIT].map(({ key, name, what }) => `  ${key}  ${name.padEnd(10)} ${what}`))
}
