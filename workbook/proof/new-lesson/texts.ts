// What `npm run nueva-leccion` says.

const EXAMPLE = 'npm run nueva-leccion 9 tokens-cifrados'

export const TEXTS = {
  usage: `Escribe el número y el nombre de su carpeta, y nada más que «-- --ampliacion» si lo es: ${EXAMPLE}`,
  badNumber: (number: string) => `«${number}» no es un número de lección: elige uno del 1 al 99`,
  badName: (name: string) =>
    `«${name}» no sirve de nombre: usa minúsculas sin tilde, cifras y guiones; por ejemplo: ${EXAMPLE}`,
  numberTaken: (number: number, slug: string) => `La lección ${number} ya existe: es lessons/${slug}`,
  nameTaken: (name: string, slug: string) => `El nombre «${name}» ya es el de lessons/${slug}: elige otro`,
  pathTaken: (path: string) => `Ya existe ${path}: bórralo o elige otro nombre`,
  noPrevious: (first: number) => `Una lección parte de otra: elige un número mayor que ${first}`,
  beforeBook: (last: number) =>
    `Una ampliación va después del libro: elige un número mayor que ${last}, o quita --ampliacion`,
  afterExtension: (first: number) =>
    `El libro va antes de la ampliación: elige un número menor que ${first}, o agrega «-- --ampliacion»`,
  created: (paths: readonly string[], number: number) =>
    [
      ...paths.map((path) => `  ${path}`),
      '',
      'Escribe donde dice PENDIENTE, y mientras tanto:',
      '  npm run stubs        deriva el ejercicio de la solución',
      `  npm run verifica ${String(number).padEnd(3)} dice qué falta`,
      '  npm run salidas      graba lo que muestra la página',
    ].join('\n'),
} as const
