// What the authors' commands say.

export const TEXTS = {
  stubsWritten: (count: number) => `${count} archivos de partida derivados de sus soluciones`,
  stubDiffers: (path: string) => `${path} no es el archivo de partida que sale de su solución`,
  stubsHint: 'Derívalos de nuevo con: npm run stubs',
  outputsWritten: (count: number) => `${count} salidas escritas en docs/salidas`,
} as const
