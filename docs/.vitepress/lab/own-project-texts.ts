// What the laboratory says of the learner's modules as a project of their own.

export const OWN_PROJECT = {
  download: 'Descarga tu API (ZIP)',
  what: 'Con los ocho módulos en verde, te la llevas como un proyecto tuyo, fuera del cuaderno.',
  checking: 'Comprobando los ocho módulos…',
  done: (name: string) =>
    `Descargada. Descomprime ${name}.zip y, en su carpeta: npm install, npm test y npm start.`,
  failed: 'No se ha podido crear el ZIP. Recarga la página: tu texto está guardado.',
} as const
