// What the laboratory says of the learner's modules as a project of their own.

export const OWN_PROJECT = {
  download: 'Descarga tu API (ZIP)',
  what: 'Con todos los módulos en verde, te la llevas como un proyecto tuyo, fuera del cuaderno.',
  checking: 'Comprobando tus módulos…',
  done: 'Descargada. Descomprime el ZIP y, en su carpeta: npm install, npm test y npm start.',
  failed: 'No se ha podido crear el ZIP. Recarga la página: tu texto está guardado.',
} as const
