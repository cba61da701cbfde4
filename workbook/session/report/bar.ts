import type { Paint } from './paint.ts'

const WIDTH = 16

/** A bar with its name and its figures: the colour adds nothing that they do not say. */
export function progressBar(name: string, done: number, total: number, paint: Paint): string {
  const filled = total ? Math.floor((done / total) * WIDTH) : 0
  const bar = paint('green', '█'.repeat(filled)) + '░'.repeat(WIDTH - filled)
  return `${name} ${bar} ${done}/${total}`
}
