// What the terminal says about results and lessons, apart from the sentences of the tests.

export const TEXTS = {
  lesson: (number: number, title: string) => `Lección ${number} · ${title}`,
  final: { book: 'Tu aplicación, entera', extension: 'Tu aplicación, ampliada' },
  parts: { book: 'Cuaderno', extension: 'Ampliación' },
  edit: (file: string, minutes: number) => `Edita ${file} · unos ${minutes} minutos`,
  tasks: 'Tareas',
  expected: 'Esperado:',
  received: 'Recibido:',
  thrown: 'Tu código lanzó:',
  summary: (passed: number, total: number) => `${passed} de ${total} pruebas en verde`,
  milliseconds: (ms: number) => ` · ${Math.round(ms)} ms`,
  solved: 'Lección superada',
  noTests: 'Las pruebas no han podido empezar',
  allDone: {
    book: 'Todos tus módulos funcionan juntos. Has terminado el cuaderno.',
    extension: 'Todos tus módulos funcionan juntos. Has terminado la ampliación.',
  },
  done: 'hecha',
  todo: 'por hacer',
  problem: 'no se puede comprobar',
  progress: (done: number, total: number) => `${done} de ${total} lecciones superadas`,
} as const
