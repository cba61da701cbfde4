// What the printed book and its command say.

export const TEXTS = {
  contents: 'Índice',
  version: (version: string) => `Versión ${version}`,
  written: (pages: number, file: string) => `El libro, ${pages} páginas, está en ${file}`,
} as const
