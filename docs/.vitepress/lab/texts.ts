// What the laboratory says on its own account: results, hints and comparisons have the terminal's words.

const LIST = new Intl.ListFormat('es')

export const TEXTS = {
  introduction:
    'Escribe en el editor: las pruebas se repiten cuando dejas de escribir y cuando guardas con Ctrl+S o Cmd+S. Nada sale de tu navegador, y tu texto seguirá aquí cuando vuelvas.',
  simulated:
    'Aquí la red es simulada, también su TLS. Las conexiones TLS de verdad están en la terminal, en esta misma lección.',
  simulatedFinal:
    'Aquí la red es simulada, también el TLS de la lección 8. Para verlo de verdad, haz este ejercicio en la terminal.',
  missing: (what: readonly string[]) =>
    `El laboratorio no funciona en este navegador porque le falta ${LIST.format(what)}: usa un Chromium o un Firefox actual, o la terminal.`,
  worker: 'Worker (ejecuta tu código sin detener la página)',
  wasm: 'WebAssembly (calcula scrypt)',
  crypto: 'crypto.subtle (solo existe en https:// y en localhost)',
  recent: 'un JavaScript de 2023 o posterior',

  files: 'Archivos',
  editor: (file: string) => `Editor de ${file}`,
  given: (file: string) => `${file}, solo lectura`,
  givenNote: 'Este archivo está dado: se lee, no se edita.',
  earlier: (lesson: number, file: string) => `Lección ${lesson}: ${file}`,
  keyboard: 'Con el teclado: Tab agrega sangría; para salir del editor, pulsa Esc y después Tab.',

  code: 'Tu código',
  split: 'Reparto entre editor y resultado',
  help: 'Cómo funciona',

  check: 'Comprueba',
  checkKeys: 'Ctrl S',
  results: 'Resultado y herramientas',
  nothingPrinted:
    'Tu código no imprimió nada en la última comprobación. Con console.log ves aquí lo que quieras mirar, prueba por prueba.',
  notRun: 'Todavía no se ha comprobado nada.',
  allTests: 'Todas las pruebas',
  goToLine: (place: string) => `Ve a ${place}`,
  unexplained: 'El laboratorio no ha podido comprobar el archivo. Recarga la página: tu texto está guardado.',

  held: 'La última vez, el navegador cerró la página mientras comprobaba este texto, así que no se ha vuelto a ejecutar: puede que llene la memoria.',
  restart: 'Reinicia el archivo',
  checkAnyway: 'Comprueba de todas formas',

  reset: 'Reinicia',
  undo: 'Deshaz',
  download: 'Descarga el archivo',
  upload: 'Abre un archivo tuyo',
  resetDone: 'Archivo reiniciado. «Deshaz» recupera lo que había.',
  undone: 'Recuperado lo que había.',
  uploaded: (file: string) => `Abierto ${file}. «Deshaz» recupera lo que había.`,
  notText: 'Ese archivo no se puede abrir: tiene que ser el texto de un ejercicio, de menos de 200 kB.',
  tools: (file: string) => `Qué hacer con ${file}`,
  downloadNote: (path: string) => `Para seguir en la terminal, guárdalo como ${path}`,

  otherTab: 'Esta lección se ha editado en otra pestaña. Hasta que elijas, lo de aquí no se guarda.',
  load: 'Carga lo de la otra pestaña',
  keep: 'Sigue con lo de aquí',
  notKept: 'Este navegador no deja guardar nada: descarga el archivo antes de irte.',

  hint: 'Pista',
  hintWaits: 'La siguiente se abre después de otro intento: cambia algo y comprueba',

  compare: 'Compara',
  compareOurs: 'Compara con la nuestra',
  views: {
    result: 'Resultado',
    requests: 'Solicitudes',
    attacks: 'Ataques',
    console: 'Consola',
    compare: 'Comparación',
  },
  printedTab: (tests: number) => `Consola · ${tests}`,
  viewsLabel: 'Qué se ve bajo el editor',
  file: 'Archivo',
  more: 'Más',
  solved: 'Todo en verde',
  nowCan: (can: string) => `Desde ahora tu API ${can}.`,
  noLonger: 'antes entraba, ya no',
  attacksBlocked: (count: number) => (count === 1 ? 'Bloquea 1 ataque' : `Bloquea ${count} ataques`),
  goOn: (lesson: string) => `Sigue con la lección ${lesson}`,
  finish: 'Termina con el último ejercicio',
  compareAnyway: 'Muestra la solución de todas formas',
  stillRed: 'Las pruebas siguen en rojo. ¿Quieres ver la solución?',
} as const
