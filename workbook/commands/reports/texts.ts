// What the commands for teachers say, and the words of the page that they write.

export const TEXTS = {
  unknownOption: (option: string) =>
    `No entiendo «${option}»: las opciones de check son --tarea nombre, --json y --junit archivo.xml`,
  oneLesson: (names: string) =>
    `«${names}» son varias: check comprueba una lección, o todas si no dices cuál`,
  taskOfLesson: (task: string) =>
    `Una tarea es de una lección: dila también; por ejemplo: npm run check 3 -- --tarea ${task || 'leerDuracion'}`,
  noTask: (task: string, number: number, names: string) =>
    `La lección ${number} no tiene ninguna tarea «${task}»: las suyas son ${names}`,
  notOriginal: 'Las pruebas de esta copia, o lo que viene dado con ellas, no son las originales',
  sameOutput:
    '--json y --junit no caben en la misma salida: da un archivo a --junit, por ejemplo --junit resultado.xml',
  notXml: (file: string) =>
    `«${file}» no acaba en .xml: elige otro nombre para --junit, por ejemplo resultado.xml`,
  noArguments: (args: string) => `El informe es de todas las lecciones: quita «${args}»`,
  notWritten: (file: string, reason: string) =>
    `No se puede escribir ${file} (${reason}): comprueba que su carpeta existe y que nadie lo tiene abierto`,
  blocked: (file: string, why: string) => `No se puede escribir ${file}. ${why}`,
  junitWritten: (file: string) => `Resultado en formato JUnit: ${file}`,
  informWritten: (file: string, url: string) =>
    `Informe escrito en ${file}: ábrelo en el navegador para imprimirlo o entrégalo\n${url}`,

  otherClassroom: (file: string) =>
    `Ya existe ${file} y es distinto, así que no se ha tocado: muévelo o bórralo y repite la orden`,
  classroomWritten: (file: string) =>
    `Escrito ${file}: súbelo a la plantilla de la tarea y GitHub Classroom dará un punto por tarea`,

  workbook: 'Cuaderno JWT',
  checkable: 'el ejercicio se puede comprobar',

  title: 'Informe del cuaderno JWT',
  titleOf: (student: string) => `Informe de ${student}`,
  student: 'Estudiante',
  date: 'Fecha',
  progress: 'Progreso',
  progressOf: (lessons: string, tests: string) =>
    `${lessons} lecciones superadas y ${tests} pruebas en verde`,
  of: (some: number, all: number) => `${some} de ${all}`,
  caption: 'Qué hay hecho de cada lección',
  columns: [
    'Lección',
    'Estado',
    'Pruebas en verde',
    'Comprobaciones en rojo',
    'Pistas abiertas',
    'Tiempo',
    'Superada por primera vez',
  ],
  states: { passed: '✓ superada', failed: '✗ por hacer', broken: '! no se puede comprobar' },
  hintsOf: (task: string, opened: number) => `${task}: ${opened}`,
  notRun: 'sin ejecutar',
  total: 'Total',
  never: 'aún no',
  unknown: 'sin fecha',
  pending: 'Qué falta',
  nothingPending: 'Nada: todas las lecciones están superadas.',
  note: 'El tiempo es el de la sesión de cada lección, sin las pausas largas. Una comprobación en rojo es un intento que aún no pasaba las pruebas.',
  footer: (version: string, node: string) => `Cuaderno JWT ${version} · Node ${node}`,
  none: '0 min',
  lessThanAMinute: 'menos de 1 min',
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,
} as const
