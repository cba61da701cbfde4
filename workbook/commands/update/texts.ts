// What updating the workbook says.

/** Of a folder that comes from another version they could be all of them. */
const MOST_LISTED = 10

const list = (files: readonly string[]) => files.map((file) => `  ${file}`).join('\n')

export const TEXTS = {
  noGit:
    'No encuentro git, que trae la versión nueva: instálalo desde https://git-scm.com, abre otra terminal y repite',
  noNpm: 'No encuentro npm, que trae la versión nueva: ejecuta esta orden como npm run actualizar',
  notAClone:
    'Esta carpeta no es un clon de Git, y en npm no hay ninguna versión del cuaderno: descarga la versión nueva en otra carpeta y lleva a ella tus archivos de lessons/ y la carpeta .cuaderno',
  noUpstream:
    'La rama en la que estás no sigue a la del cuaderno original: vuelve a la suya con «git switch main» y repite',
  unreachable: (who: 'git' | 'npm', reason: string) =>
    `No se ha podido consultar la versión nueva: comprueba la conexión y repite (${who} dice: ${reason})`,
  diverged: (commits: number) =>
    `Tu rama tiene ${commits === 1 ? 'un commit' : `${commits} commits`} que no están en el cuaderno original, así que no se ha cambiado nada: une las dos con git o clona el cuaderno en otra carpeta`,
  edited: (files: readonly string[]) =>
    `No se ha cambiado nada, porque estos archivos del cuaderno están editados:\n${list(files)}\nApártalos y repite: git stash push -- ${files.join(' ')}`,
  editedInFolder: (files: readonly string[]) =>
    `No se ha cambiado nada, porque estos archivos no son los que trajo tu versión del cuaderno:\n${list(files.slice(0, MOST_LISTED))}\nDéjalos como estaban y repite, o crea otra carpeta con npm create cuaderno-jwt y lleva a ella tus archivos de lessons/ y la carpeta .cuaderno`,
  inTheWay: (files: readonly string[]) =>
    `No se ha cambiado nada, porque la versión nueva trae archivos que ya tienes:\n${list(files)}\nCámbialos de nombre y repite`,
  failed: (reason: string) =>
    `La actualización no ha llegado al final; tus ejercicios están como estaban: repítela (git dice: ${reason})`,
  upToDate: 'El cuaderno ya está al día',
  updated: (files: number) =>
    `Cuaderno actualizado: ${files === 1 ? '1 archivo cambia' : `${files} archivos cambian`}`,
  kept: 'Tus ejercicios siguen como los tenías, y de cada uno hay una copia: npm run copias',
  newStart: (lesson: number, command: string) =>
    `El archivo de partida de la lección ${lesson} ha cambiado y el tuyo no se ha tocado. Mira qué cambió: ${command}`,
  newStartHere: (lesson: number) =>
    `El archivo de partida de la lección ${lesson} ha cambiado y el tuyo no se ha tocado. Para empezar con el nuevo: npm run reinicia ${lesson}`,
  gone: (file: string, copy: string) => `${file} ya no está en el cuaderno: tu texto queda en ${copy}`,
  install: 'Han cambiado los paquetes: ejecuta npm install antes de seguir',
} as const
