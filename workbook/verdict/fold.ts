import type { DiffLine } from './diff-lines.ts'

/** Stands for lines that both files have. */
export const FOLDED = '…'

const CONTEXT = 3

/** The lines that differ, with three around each; what is left out between them becomes one `FOLDED`. */
export function foldSame(lines: readonly DiffLine[]): (DiffLine | typeof FOLDED)[] {
  const near = lines.map((_line, index) =>
    lines.slice(Math.max(index - CONTEXT, 0), index + CONTEXT + 1).some(({ kind }) => kind !== 'same'),
  )
  return lines.flatMap<DiffLine | typeof FOLDED>((line, index) => {
    if (near[index]) return [line]
    return index === 0 || near[index - 1] ? [FOLDED] : []
  })
}
