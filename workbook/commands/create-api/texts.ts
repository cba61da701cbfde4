// What creating the learner's own project says.

const SPELT: Readonly<Record<number, string>> = { 8: 'ocho', 12: 'doce' }

export const TEXTS = {
  noName: 'Escribe en qué carpeta crear tu API, fuera del cuaderno; por ejemplo: npm run crear-api ../mi-api',
  manyNames: (quoted: string) => `Un nombre con espacios va entre comillas: npm run crear-api ${quoted}`,
  noOption: (name: string) => `No conozco la opción «${name}»: npm run crear-api ../mi-api`,
  inside: (name: string) =>
    `«${name}» está dentro del cuaderno, y tu API es un proyecto aparte: elige otra carpeta; por ejemplo: npm run crear-api ../mi-api`,
  strange: (sign: string, folder: string) =>
    `Vitest, que ejecuta las pruebas, no funciona en una carpeta con «${sign}» en su ruta: elige otra que ${folder}`,
  taken: (name: string) => `Ya existe «${name}» y no está vacía, así que no se ha tocado: elige otro nombre`,
  notFolder: (path: string) => `«${path}» es un archivo y no una carpeta: elige otro nombre`,
  notWritable: (folder: string) => `No hay permiso para escribir en ${folder}: elige otra carpeta`,
  notWritten: (folder: string, why: string) => `No se ha podido escribir en ${folder}: ${why}`,
  nothingWritten: (why: string) => `${why}. No se ha escrito nada`,
  created: (modules: number) =>
    `Tu API está lista, con tus ${SPELT[modules] ?? modules} módulos y fuera del cuaderno. Para empezar:`,
} as const
