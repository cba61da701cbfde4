import type { Action, Answer, Health, Kept } from './three-processes.ts'

export const KEPT: Record<Kept, string> = {
  each: 'en la memoria de cada proceso',
  redis: 'en un Redis que ven todos',
}

export const HEALTH: Record<Health, string> = {
  answers: 'contesta',
  hung: 'se ha colgado',
  dead: 'se ha caído',
}

const ACTIONS: Record<Action, string> = { use: 'GET /perfil', logout: 'POST /logout' }

const SAID: Record<Answer['status'], string> = {
  200: 'pasa',
  401: '«Token revocado»',
  503: '«vuelve a intentarlo»',
}

export const PREDICTION = {
  question:
    'Los tres preguntan a un Redis que no guarda en disco. Ana cierra la sesión en A, y Redis se reinicia. ¿Qué responde B a una copia de su token?',
  options: ['401', '200', '503'],
  answer: '200',
}

export const TEXTS = {
  title: 'Tres procesos',
  simulated: 'Es una imitación: no hay ningún Redis y no se envía nada.',
  rehearsed: 'En la tabla están las dos solicitudes: Redis volvió vacío. Sigue desde ahí.',
  kept: 'Los tokens revocados se guardan',
  health: 'Redis',
  persistent: 'Guarda en disco (appendonly yes)',
  restartRedis: 'Matar y arrancar Redis',
  begin: 'Iniciar otra sesión',
  process: (name: string) => `Proceso ${name}`,
  use: 'Usar el token',
  logout: 'Cerrar la sesión',
  restart: 'Reiniciar',
  remembers: (does: boolean) => `Recuerda: ${does ? 'el token de Ana' : 'nada'}`,
  answers: 'Respuestas, la última arriba',
  columns: ['Proceso', 'Solicitud', 'Respuesta', 'Espera'],
  nothing: 'Todavía no hay ninguna.',
  asked: (action: Action) => ACTIONS[action],
  answered: ({ action, status }: Answer) =>
    `${status} ${action === 'logout' && status === 200 ? '«Sesión cerrada»' : SAID[status]}`,
  waited: (milliseconds: number) => (milliseconds ? `${milliseconds} ms` : 'ninguna'),
  told: (answer: Answer) => `Proceso ${answer.process}, ${ACTIONS[answer.action]}: ${TEXTS.answered(answer)}`,
  restarted: (remembers: boolean) =>
    `Redis ha vuelto y recuerda ${remembers ? 'el token de Ana' : 'lo que había en su disco: nada'}`,
  processRestarted: (name: string) => `El proceso ${name} ha vuelto a arrancar, con la memoria vacía`,
  begun: 'Ana tiene otro token, que nadie ha revocado',
}
