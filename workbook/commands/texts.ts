import { LESSONS } from '../curriculum/lessons.ts'

// What the commands say. What an action says in a session too is in session/texts.ts.

export const TEXTS = {
  usage: 'Órdenes del cuaderno:',
  testing: ['npm test', 'comprueba el cuaderno entero'],
  unknownCommand: (name: string) => `No conozco la orden «${name}».`,

  unknownLesson: (name: string, last: number) =>
    `No existe la lección «${name}»: elige un número del 1 al ${last}, «final» o «ampliacion»`,
  whichLesson: (command: string) =>
    `Escribe el número de una lección, del 1 al ${LESSONS.at(-1)?.number}; por ejemplo: npm run ${command} 3`,
  missingPackages: 'Faltan los paquetes del cuaderno: ejecuta npm install --include=dev en su carpeta',
  missingFolder: (path: string) => `Falta la carpeta ${path}: recupérala con «git checkout -- ${path}»`,
  missingFile: (path: string) => `Falta un archivo del cuaderno: recupéralo con «git checkout -- ${path}»`,
  missingInFolder: (path: string) =>
    `Falta ${path}: tráelo de otra copia del cuaderno, que puedes crear con npm create cuaderno-jwt otra`,
  notWritten: (path: string) =>
    `Falta ${path} y git no lo conoce: escríbelo, o quita su lección de lessons/indice.ts`,
  disk: (why: string) => `No se ha podido. ${why}. Después, repite`,
  notKept: (why: string) => `No se ha guardado tu progreso, y el resultado vale. ${why}`,
  ourFault: (message: string, log: string | undefined) =>
    `El cuaderno ha fallado y no es culpa tuya: ${message}\n${log ? `El detalle está en ${log}; cuéntalo` : 'Cuéntalo'} en las incidencias del proyecto`,

  checkAnother: (lesson: number) => `cambia algo, ejecuta npm run check ${lesson} y repite`,
  typeAgain: (command: string, lesson: number) => `repite con: npm run ${command} ${lesson} si`,
  unknownTask: (name: string, tasks: readonly string[]) =>
    `La lección no tiene ninguna tarea «${name}»: elige ${tasks.join(', ')} o su número`,
  noTodoLeft: (file: string, lesson: number, task: string) =>
    `En ${file} no queda ningún TODO: mira qué tarea está en rojo con «npm run check ${lesson}» y escribe su nombre; por ejemplo: npm run pista ${lesson} ${task}`,
  solved: (lesson: number) => `La lección ${lesson} está superada: no hacen falta pistas`,

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
} as const
