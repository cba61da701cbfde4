// What `npm run califica` says, and the words of what it writes.
import { LESSONS } from '../../curriculum/lessons.ts'
import { decimal } from './csv.ts'

const list = new Intl.ListFormat('es', { type: 'conjunction' })

export const TEXTS = {
  noFolder: 'Escribe la carpeta de las entregas; por ejemplo: npm run califica ../entregas',
  manyFolders: (names: string) =>
    `«${names}» son varias carpetas: califica una, o escribe su nombre entre comillas si tiene espacios`,
  unknownOption: (option: string) => `No entiendo «${option}»: la única opción es «--leccion 3»`,
  unknownLesson: (name: string) =>
    `No existe la lección «${name}»: elige un número del 1 al ${LESSONS.at(-1)?.number}`,
  notThere: (folder: string) => `No encuentro la carpeta ${folder}`,
  notFolder: (name: string) =>
    `${name} no es una carpeta: pon las entregas en una, una por estudiante, y escribe su nombre`,
  inside: (folder: string) =>
    `${folder} está dentro del cuaderno: lleva las entregas a una carpeta de fuera, para que no se mezclen`,
  empty: (folder: string) => `En ${folder} no hay ninguna entrega`,
  nothingFound: (files: readonly string[]) =>
    `En ninguna entrega hay un ejercicio hecho. Sus archivos se llaman ${list.format(files)}; si tienen otros nombres, di de qué lección son con «-- --leccion 3»`,
  taken: (name: string) =>
    `Ya hay una carpeta «${name}» y no la escribió esta orden: cámbiale el nombre y repite`,
  notWritten: (path: string, why: string) =>
    `No se puede escribir ${path} (${why}): ciérralo si lo tienes abierto, y repite la orden`,
  ownSolution: (lesson: number) =>
    `La solución de la lección ${lesson} no pasa sus propias pruebas en este equipo, así que nada se puede calificar: recupera el cuaderno con «git checkout -- lessons solutions» y repite`,
  starting: (students: number, lessons: readonly number[]) =>
    `${students === 1 ? '1 estudiante' : `${students} estudiantes`} · ${lessons.length === 1 ? 'lección' : 'lecciones'} ${list.format(lessons.map(String))}`,
  walls: {
    system: 'Cada entrega se ejecuta aparte: sin tus archivos, sin tu entorno y sin red',
    node: 'Cada entrega se ejecuta con los límites de Node, que no son una barrera: lee «De qué protege y de qué no» en la página «Califica a tu grupo»',
  },
  progress: (done: number, all: number) => `  ${done} de ${all} ejecuciones`,
  interrupted: (done: number, all: number) =>
    `\nInterrumpido con ${done} de ${all} ejecuciones: repite la orden y seguirá donde estaba`,
  written: (folder: string, url: string) =>
    `Notas en ${folder}: calificaciones.csv, para la hoja de cálculo, y una página por estudiante\n${url}`,
  writtenBeside: (changed: string, written: string) =>
    `${changed} tenía cambios tuyos y sigue igual: lo nuevo está en ${written}`,

  // What there is to tell of a submission.
  missing: 'No está en la entrega',
  untouched: (file: string) => `${file} está como al principio: no hay nada hecho`,
  doubled: (file: string, paths: readonly string[]) =>
    `Hay ${paths.length} ${file} distintos (${list.format(paths.slice(0, 4))}): deja el que cuenta`,
  link: (path: string) => `${path} es un enlace a otro sitio y no se sigue: pide el archivo`,
  notAFile: (path: string) => `${path} no es un archivo corriente y no se lee`,
  otherArchive: (path: string) => `${path} no se puede abrir: pide un ZIP o los archivos sueltos`,
  zipTooBig: (path: string) => `${path} mide más de 300 MB y no se abre: pide solo los ejercicios`,
  zipBroken: (path: string) => `${path} está dañado o cifrado y no se puede abrir: pídelo otra vez`,
  twiceInZip: (path: string) => `El ZIP contiene ${path} dos veces: pide otro`,
  leaves: (path: string) =>
    `${path} contiene rutas que salen de su carpeta; esas no se leen, y nada se ha escrito ahí`,
  tooMany: (most: number) => `Tiene más de ${most} archivos: lo que pasa de ahí no se ha mirado`,
  unreadable: (path: string, code: string) => `No se puede leer ${path} (${code})`,
  ownTests: (file: string) => `Trae otras pruebas (${file}): no cuentan, se han usado las tuyas`,
  changedGiven: (paths: readonly string[]) =>
    `Trae cambios en archivos que no son ejercicios (${list.format(paths.slice(0, 3))}${paths.length > 3 ? ` y ${paths.length - 3} más` : ''}): no cuentan, se han usado los tuyos`,

  // What there is to tell of a run.
  lost: {
    slow: 'No terminó en dos minutos y medio y se detuvo: ejecútala aparte si quieres saber por qué',
    loud: 'Su resultado no cabe en lo que se lee y se detuvo: mira el código antes de ejecutarlo',
    died: 'El proceso que la ejecutaba se cerró sin dar un resultado: mira el código antes de ejecutarlo',
  },
  strangeTest: (title: string) =>
    `El resultado trae una prueba que no existe («${title}») y no se cree: lee el código`,
  strangeVerdict: 'El resultado dice que todo está en verde y no lo está, así que no se cree: lee el código',
  touchesTests:
    'Nombra a Vitest, que ejecuta las pruebas, y podría cambiar su propio resultado, así que no se cree: lee el código',
  missingTests: (missing: number) =>
    `Al resultado le faltan ${missing} pruebas sin que nada lo explique, así que no se cree: lee el código`,
  usesSolution: (name: string) => `Importa la solución del cuaderno («${name}»): lo que hace no es suyo`,
  usesModules: (names: readonly string[]) =>
    `Importa ${list.format(names)}, que ningún ejercicio necesita: lee para qué`,
  usesGlobals: (names: readonly string[]) =>
    `Usa ${list.format(names)}, que ningún ejercicio necesita: lee para qué`,

  // The table and the pages.
  columns: {
    student: 'Estudiante',
    from: 'Entrega',
    grade: 'Nota',
    lesson: 'Lección',
    task: 'Tarea',
    tests: 'Pruebas en verde',
    points: 'Puntos',
    mistake: 'Primer fallo',
    similar: 'La más parecida',
    share: 'Parecido (%)',
    notes: 'Avisos',
    hints: 'Pistas abiertas',
    failures: 'Comprobaciones en rojo',
  },
  inGreen: 'En verde',
  solved: 'Superadas',
  gradeOf: (lesson: number) => `Lección ${lesson}: nota`,
  pointsOf: (lesson: number, task: string) => `Lección ${lesson}: ${task}`,
  testsOf: (lesson: number) => `Lección ${lesson}: pruebas en verde`,
  title: 'Calificaciones',
  titleOf: (student: string) => `Calificación de ${student}`,
  back: 'Todo el grupo',
  states: {
    passed: '✓ superada',
    failed: '✗ por hacer',
    missing: '· sin entregar',
    unread: '! sin calificar',
  },
  count: (green: number, total: number) => `${green} de ${total}`,
  outOf: (points: number, most: number) => `${decimal(points)} de ${decimal(most)}`,
  group: 'El grupo',
  groupFacts: (students: number, mean: number) =>
    `${students === 1 ? '1 estudiante' : `${students} estudiantes`} · media ${decimal(mean)} de 10`,
  howGraded:
    'Cada lección vale 10 puntos, a partes iguales entre sus tareas; de cada tarea cuenta la parte de sus pruebas que está en verde. La nota es la media de las lecciones. Se ejecutan tus pruebas y tus archivos, nunca los de la entrega.',
  tasksCaption: 'Puntos por tarea',
  firstMistake: 'Primer fallo',
  inTest: (title: string) => `En la prueba «${title}»`,
  atLine: (line: number) => `línea ${line}`,
  noMistake: 'Ninguno: todas las pruebas están en verde.',
  printed: 'Qué imprime',
  notes: 'Avisos',
  note: (text: string) => `Aviso: ${text}`,
  similar: 'Parecido con otras entregas',
  similarRow: (student: string, percent: number) => `${percent} % · ${student}`,
  solution: 'la solución del cuaderno',
  notCompared: 'Demasiado corta para compararla, o nada se le parece en más de la mitad.',
  pairs: 'Las entregas más parecidas',
  pairsCaption: 'Parejas que comparten más de la mitad',
  pair: 'Entregas',
  noPairs: 'Ninguna pareja comparte más de la mitad.',
  similarMeans:
    'El porcentaje es la parte de los fragmentos de la entrega más corta (ocho elementos de código seguidos) que también están en la otra. No cuentan los comentarios, los espacios, los nombres de las variables, lo que dicen los textos ni lo que ya estaba en el archivo de partida. Es un dato y no una acusación: las tareas son pequeñas, la página de la lección lleva casi de la mano y dos respuestas correctas pueden ser iguales sin que nadie haya copiado.',
  help: 'Ayuda que usó, según su informe',
  helpOf: (lesson: number, hints: number, failures: number) =>
    `Lección ${lesson}: ${hints === 1 ? '1 pista abierta' : `${hints} pistas abiertas`} y ${failures === 1 ? '1 comprobación' : `${failures} comprobaciones`} en rojo`,
  helpTasks: (tasks: readonly string[]) => ` (${list.format(tasks)})`,
  helpTask: (name: string, hints: number) => `${name}, ${hints}`,
  helpMeans:
    'El informe sale de la copia de quien estudia, que puede cambiarlo. Pedir ayuda es parte de aprender.',
  from: 'Entregó',
  fileFound: 'Archivo',
  date: 'Fecha',
  footer: (version: string, node: string) => `Cuaderno JWT ${version} · Node ${node}`,
} as const
