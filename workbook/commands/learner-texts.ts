import { LESSONS } from '../curriculum/lessons.ts'

// What the commands say that do, without a terminal, what the keys of the session do.

export const TEXTS = {
  whichLesson: (command: string) =>
    `Escribe el número de una lección, del 1 al ${LESSONS.at(-1)?.number}; por ejemplo: npm run ${command} 3`,

  hint: (rung: number, title: string, task: string) => `Pista ${rung} de 3 · ${title} (${task})`,
  nextHint: (lesson: number) =>
    `La siguiente se abre después de otro intento: cambia algo, ejecuta npm run check ${lesson} y repite`,
  lastHint: 'Es la última pista: con ella y la página de la lección ya lo tienes todo',
  unknownTask: (name: string, tasks: readonly string[]) =>
    `La lección no tiene ninguna tarea «${name}»: elige ${tasks.join(', ')} o su número`,
  noTodoLeft: (file: string, lesson: number, task: string) =>
    `En ${file} no queda ningún TODO: mira qué tarea está en rojo con «npm run check ${lesson}» y escribe su nombre; por ejemplo: npm run pista ${lesson} ${task}`,
  solved: (lesson: number) => `La lección ${lesson} está superada: no hacen falta pistas`,

  resetDone: (file: string, copy: string, lesson: number) =>
    `${file} vuelve a ser el archivo de partida.\nTu copia: ${copy}\nPara recuperarla: npm run deshaz ${lesson}`,
  resetNothing: (file: string) => `${file} es el archivo de partida: no había nada tuyo que copiar`,
  undone: (file: string) => `${file} vuelve a tener lo que había antes del último reinicio`,
  nothingToUndo: (lesson: number) => `La lección ${lesson} no tiene ningún reinicio que deshacer`,

  copy: (lesson: number) => `lección ${lesson}`,
  reasons: {
    reinicio: 'antes de reiniciar',
    superada: 'al superar la lección',
    restaurada: 'antes de recuperar otra copia',
    actualizada: 'antes de actualizar el cuaderno',
  },
  noCopies: 'Aún no hay ninguna copia: se guarda una antes de cada reinicio y al superar una lección',
  howToRestore: (id: string) => `Para recuperar una: npm run copias restaura ${id}`,
  restored: (file: string, when: string) =>
    `${file} vuelve a ser el del ${when}; lo que había ahora también tiene su copia`,
  unknownCopy: (id: string) =>
    `No hay ninguna copia «${id}»: «npm run copias» muestra el nombre de cada una en la primera columna`,

  failures: (count: number) => (count === 1 ? '1 fallo' : `${count} fallos`),
  hints: (count: number) => (count === 1 ? '1 pista' : `${count} pistas`),
} as const
