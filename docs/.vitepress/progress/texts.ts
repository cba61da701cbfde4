import type { Summary } from './summary.ts'

// What the progress of the reader says, in the sidebar, at the end of a lesson and on the home page.

export const TEXTS = {
  done: 'hecha',
  lessonDone: 'Lección hecha',
  lessonNotDone: '¿Has terminado esta lección?',
  markDone: 'Marcar como hecha',
  unmark: 'Quitar la marca',
  title: 'Tu progreso',
  kept: 'Se guarda solo en este navegador: no se envía a ningún sitio.',
  summary: ({ solved, quizzes, total }: Summary) =>
    `${solved} de ${total} lecciones, ${quizzes} de ${total} cuestionarios`,
  begin: 'Empieza por',
  goOn: 'Continúa con',
  review: 'Repasa cinco preguntas',
  extension: (summary: Summary): string => `Ampliación: ${TEXTS.summary(summary)}.`,
  finished: ({ total }: Summary) => `Has terminado las ${total} lecciones. Te esperan el`,
  finishedLink: 'resumen y el último ejercicio',
  export: 'Exportar',
  import: 'Importar',
  fileName: 'cuaderno-jwt-progreso.json',
  exported: 'Exportado: busca el archivo cuaderno-jwt-progreso.json entre tus descargas.',
  imported: 'Importado: lo que ya tenías se conserva.',
  notProgress: 'Ese archivo no contiene un progreso del cuaderno. Nada ha cambiado.',
  clear: 'Borrar',
  clearQuestion: '¿Borrar las marcas de lecciones y cuestionarios, y lo repasado?',
  clearWarning: 'No se puede deshacer. Si quieres conservarlo, cancela y expórtalo antes.',
  clearYes: 'Sí, borrar',
  cancel: 'Cancelar',
  cleared: 'Borrado: vuelves a empezar de cero.',
}
