import type { Lesson } from '../../curriculum/lesson.ts'

/** The file that keeps an output in `docs/salidas`. */
export function outputName({ number }: Lesson, kind: 'problema' | 'rojo' | 'verde'): string {
  return `${String(number).padStart(2, '0')}-${kind}.txt`
}
