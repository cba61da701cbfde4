// What the authors' commands say.

export const TEXTS = {
  stubsWritten: (count: number) => `${count} archivos de partida derivados de sus soluciones`,
  otherSpecifications: (file: string) => `${file} no es de estas especificaciones`,
  stubDiffers: (path: string) => `${path} no es el archivo de partida que sale de su solución`,
  stubsHint: 'Derívalos de nuevo con: npm run stubs',
  pictureTaken: (path: string, bytes: number) => `${path}: ${Math.round(bytes / 1000)} kB`,
  packed: (path: string) => `${path} está listo. Para publicarlo: npm publish ./${path}`,
  outputsWritten: (count: number) =>
    `${count} archivos escritos: las salidas de docs/salidas y lessons/cuaderno.http`,
  notBuilt: 'Falta construir el sitio: npm run docs:build',
  previewAt: (url: string) => `El sitio construido está en ${url}\nPara detenerlo, pulsa Ctrl+C`,
} as const
