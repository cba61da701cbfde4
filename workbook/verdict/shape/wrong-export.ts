import { TEXTS } from '../explain/texts.ts'
import { type Finding, lineAt } from '../finding.ts'
import type { Binding } from './bindings.ts'
import { distance } from './distance.ts'
import { type Export, exportedValues, type Module } from './module.ts'
import { nameOf, nodesOf } from './tree.ts'

/**
 * Something that the solution exports and the learner's file does not, or not as what it has to be. `passed`
 * are the names that it passes on from modules of which it exports everything; `restart`, how to get it back.
 */
export function wrongExport(
  file: string,
  mine: Module,
  solution: Module,
  { passed, restart }: { passed: readonly string[]; restart: string },
): Finding | undefined {
  const kept = [...exportedValues(mine), ...passed]
  const wanted = exportedValues(solution)
  const lost = wanted.filter((name) => !kept.includes(name))
  if (!lost.length) return wrongKind(mine, solution) ?? undeclared(mine)
  return byDefault(file, mine, lost) ?? renamed(file, mine, lost, wanted) ?? hidden(file, mine, lost, restart)
}

function byDefault(file: string, mine: Module, lost: readonly string[]): Finding | undefined {
  const entry = mine.exports.find(({ name, local }) => name === 'default' && lost.includes(local ?? ''))
  if (!entry) return undefined
  return { sentence: TEXTS.defaultExport(file, entry.local ?? ''), line: lineAt(mine.source, entry.at) }
}

/** An export that only needs its name back: it is what the tests ask for, or nearly called so, or the only other. */
function renamed(
  file: string,
  mine: Module,
  lost: readonly string[],
  wanted: readonly string[],
): Finding | undefined {
  const others = mine.exports.filter(
    ({ name, isType }) => !isType && !wanted.includes(name) && name !== 'default',
  )
  const here = new Set(mine.declared.map(({ name }) => name))
  for (const name of lost) {
    const found =
      others.find(({ local }) => local === name) ??
      (here.has(name) ? undefined : (others.find((one) => isNear(one.name, name)) ?? only(others, lost)))
    if (found) {
      return { sentence: TEXTS.renamedExport(file, name, found.name), line: lineAt(mine.source, found.at) }
    }
  }
  return undefined
}

function only(others: readonly Export[], lost: readonly string[]): Export | undefined {
  return others.length === 1 && lost.length === 1 ? others[0] : undefined
}

/** Whether two names are so much alike that one may be the other with a slip of a finger or two. */
function isNear(one: string, other: string): boolean {
  return distance(one, other) <= Math.ceil(other.length / 5)
}

function hidden(file: string, mine: Module, lost: readonly string[], restart: string): Finding {
  const here = mine.declared.filter(({ name, isType }) => !isType && lost.includes(name))
  const [first] = here
  if (!first) return { sentence: TEXTS.goneExport(file, quoted(lost), restart), line: 1 }
  const names = lost.filter((name) => here.some((one) => one.name === name))
  return { sentence: TEXTS.noExport(file, quoted(names)), line: lineAt(mine.source, first.at) }
}

function wrongKind(mine: Module, solution: Module): Finding | undefined {
  for (const { name, local } of solution.exports) {
    const wanted = declarationOf(solution, local)
    const own = declarationOf(mine, mine.exports.find((one) => one.name === name)?.local)
    if (!own?.kind || own.kind === wanted?.kind) continue
    const line = lineAt(mine.source, own.at)
    if (wanted?.kind === 'function') return { sentence: TEXTS.notAFunction(name), line }
    // A function may be called with new, too.
    if (wanted?.kind === 'class' && own.way !== 'function') return { sentence: TEXTS.notAClass(name), line }
  }
  return undefined
}

function declarationOf({ declared }: Module, local: string | undefined): Binding | undefined {
  return declared.find(({ name, isType }) => name === local && !isType)
}

/** What a list of exports names and nothing declares: the tests never ask for it. */
function undeclared(mine: Module): Finding | undefined {
  const names = new Set(
    nodesOf(mine.root, ['VariableDefinition', 'TypeDefinition']).map((node) => nameOf(mine, node)),
  )
  const ghost = mine.exports.find(({ local, name }) => local && name !== 'default' && !names.has(local))
  if (!ghost?.local) return undefined
  return { sentence: TEXTS.ghostExport(ghost.local), line: lineAt(mine.source, ghost.at) }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `«${name}»`).join(', ')
}
