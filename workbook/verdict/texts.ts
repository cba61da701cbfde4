// What the terminal and the page say alike of lessons, results and what can be done with an exercise.

export const TEXTS = {
  lesson: (number: number, title: string) => `Lección ${number} · ${title}`,
  final: { book: 'Tu aplicación, entera', extension: 'Tu aplicación, ampliada' },
  parts: { book: 'Cuaderno', extension: 'Ampliación' },
  edit: (file: string, minutes: number) => `Edita ${file} · unos ${minutes} minutos`,
  tasks: 'Tareas',
  checking: 'Comprobando…',

  expected: 'Esperado:',
  received: 'Recibido:',
  thrown: 'Tu código lanzó:',
  printed: 'Lo que imprimió tu código',
  printedMore: (lines: number) => (lines === 1 ? '… y 1 línea más' : `… y ${lines} líneas más`),
  printedOutside: 'Fuera de las pruebas',
  summary: (passed: number, total: number) => `${passed} de ${total} pruebas en verde`,
  milliseconds: (ms: number) => ` · ${Math.round(ms)} ms`,
  solved: 'Lección superada',
  allDone: {
    book: 'Todos tus módulos funcionan juntos. Has terminado el cuaderno.',
    extension: 'Todos tus módulos funcionan juntos. Has terminado la ampliación.',
  },
  noTests: 'Las pruebas no han podido empezar',
  done: 'hecha',
  todo: 'por hacer',
  problem: 'no se puede comprobar',
  progress: (done: number, total: number) => `${done} de ${total} lecciones superadas`,

  hint: (rung: number, task: string) => `Pista ${rung} de 3 · ${task}`,
  hintLast: 'Es la última pista: con ella y la página de la lección ya lo tienes todo',
  noHint: 'No hay ninguna tarea en rojo: no hacen falta pistas',

  mine: '- lo tuyo',
  theirs: '+ la solución',
  same: 'Tu archivo es igual que la solución',
  resetNothing: 'El archivo ya es el de partida',

  noServer: 'El servidor no está en marcha: arregla el archivo y guarda',
  noToken: 'Antes inicia sesión: aún no hay ningún token',
  requestFailed: (reason: string) => `La solicitud no llegó a su fin: ${reason}`,
} as const
