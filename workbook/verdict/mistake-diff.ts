import { structuredPatch } from 'diff'
import type { ErrorTipico } from '../../lessons/comun/leccion.ts'

const REGION_MARK = /^ *\/\/ #(?:end)?region .*\n/gm
const CONTEXT = 2

/**
 * The lines of a solution that a mistake changes and two around them, each behind its sign (space,
 * `-` or `+`) and without the indentation that all of them have.
 */
export function mistakeDiff(
  solution: string,
  { buscar, poner }: Pick<ErrorTipico, 'buscar' | 'poner'>,
): string[] {
  const mistaken = solution.replace(buscar, () => poner)
  const [before, after] = [solution, mistaken].map((text) => text.replace(REGION_MARK, ''))
  const { hunks } = structuredPatch('', '', before ?? '', after ?? '', '', '', { context: CONTEXT })
  return dedent(hunks.flatMap(({ lines }) => lines))
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.slice(1).trim()).map((line) => line.slice(1).search(/\S/))
  const indent = Math.min(...indents)
  return lines.map((line) => line.charAt(0) + line.slice(1 + indent))
}
