import { TEXTS } from '../explain/texts.ts'
import { type Finding, lineAt } from '../finding.ts'
import { breakOf } from './broken.ts'
import { earlyError } from './early-errors.ts'
import { exportedValues, type Module, readModule } from './module.ts'
import { refusedByNode } from './refused.ts'
import { wrongExport } from './wrong-export.ts'
import { type Surroundings, wrongImport } from './wrong-import.ts'

/**
 * What can be said of the learner's file before it runs: nothing is left of it, Node would refuse it, or it
 * lost an export that the tests import, which at run time would only be «x is not a function». Says nothing of
 * what the parser does not understand: whether it is a program, only a compiler knows.
 */
export async function inspect(
  file: string,
  texts: { source: string; solution: string },
  around: Surroundings,
): Promise<Finding | undefined> {
  const mine = readModule(texts.source)
  if (mine.stop !== undefined) return undefined
  if (isAllComments(mine)) return { sentence: TEXTS.onlyComments(file, around.restart), line: 1 }
  const fault = earlyError(mine)
  if (fault) return { sentence: TEXTS.syntax(file, fault.detail), line: lineAt(mine.source, fault.at) }
  return refusedByNode(mine) ?? wrongOutside(file, mine, texts.solution, around)
}

/** What can be told of a text that no compiler takes, and the line where it breaks. */
export function explainBreak(source: string): { detail?: string; line?: number } {
  const mine = readModule(source)
  const { detail, at } = (mine.stop === undefined && earlyError(mine)) || breakOf(mine)
  return { detail, line: at === undefined ? undefined : lineAt(source, at) }
}

async function wrongOutside(
  file: string,
  mine: Module,
  solution: string,
  around: Surroundings,
): Promise<Finding | undefined> {
  const passed = namesPassedOn(mine, around)
  const wrong = passed && wrongExport(file, mine, readModule(solution), { passed, restart: around.restart })
  return wrong ?? wrongImport(mine, around)
}

/** What `export * from` adds; nothing if that cannot be known. */
function namesPassedOn({ stars }: Module, around: Surroundings): string[] | undefined {
  const targets = stars.map((name) => around.textAt(around.pathOf(name) ?? ''))
  if (targets.includes(undefined)) return undefined
  return targets.flatMap((text) => exportedValues(readModule(text ?? '')))
}

function isAllComments({ root }: Module): boolean {
  for (let node = root.firstChild; node; node = node.nextSibling) {
    if (!node.name.endsWith('Comment')) return false
  }
  return true
}
