import type { ESTree, ParseResult } from 'vite'
import { TEXTS } from '../verdict/explain/texts.ts'
import { type Finding, lineAt } from '../verdict/finding.ts'

/** What a value is, as far as its declaration tells. */
type Kind = 'function' | 'class' | 'other'

interface Export {
  /** Position of its name. */
  start: number
  kind?: Kind
}

/** The values (not the types) that a module exports by name. */
export function exportedNames({ module }: ParseResult): string[] {
  const entries = module.staticExports.flatMap(({ entries }) => entries)
  return entries.filter(({ isType }) => !isType).flatMap(({ exportName }) => exportName.name ?? [])
}

/** Something that the solution exports and the learner's file does not, or not as what it has to be. */
export function wrongExport(
  file: string,
  source: string,
  mine: ParseResult,
  solution: ParseResult,
): Finding | undefined {
  const kept = exportedNames(mine)
  const wanted = exportedNames(solution)
  const lost = wanted.filter((name) => !kept.includes(name))
  if (!lost.length) return wrongKind(source, mine, solution) ?? undeclared(source, mine)
  const declared = declarations(mine.program)
  return (
    byDefault(file, source, mine, lost) ??
    renamed(file, source, mine, { lost: lost.filter((name) => !declared.has(name)), wanted }) ??
    hidden(file, source, declared, lost)
  )
}

function byDefault(file: string, source: string, mine: ParseResult, lost: string[]): Finding | undefined {
  const entries = mine.module.staticExports.flatMap(({ entries }) => entries)
  const entry = entries.find(({ exportName }) => exportName.kind === 'Default')
  const name = lost.find((name) => name === entry?.localName.name)
  if (!entry || !name) return undefined
  return { sentence: TEXTS.defaultExport(file, name), line: lineAt(source, entry.start) }
}

function renamed(
  file: string,
  source: string,
  mine: ParseResult,
  { lost, wanted }: { lost: string[]; wanted: string[] },
): Finding | undefined {
  const others = exportedNames(mine).filter((name) => !wanted.includes(name))
  const [name] = lost
  const [other] = others
  if (!name || !other || lost.length > 1 || others.length > 1) return undefined
  const { start } = declarations(mine.program).get(other) ?? { start: 0 }
  return { sentence: TEXTS.renamedExport(file, name, other), line: lineAt(source, start) }
}

function hidden(file: string, source: string, declared: Map<string, Export>, lost: string[]): Finding {
  const here = lost.filter((name) => declared.has(name))
  if (!here.length) return { sentence: TEXTS.goneExport(file, quoted(lost)), line: 1 }
  const start = declared.get(here[0] ?? '')?.start ?? 0
  return { sentence: TEXTS.noExport(file, quoted(here)), line: lineAt(source, start) }
}

function wrongKind(source: string, mine: ParseResult, solution: ParseResult): Finding | undefined {
  const found = declarations(mine.program)
  for (const [name, { kind }] of declarations(solution.program)) {
    const own = found.get(name)
    if (!exportedNames(solution).includes(name) || !own?.kind || own.kind === kind) continue
    const line = lineAt(source, own.start)
    if (kind === 'function') return { sentence: TEXTS.notAFunction(name), line }
    if (kind === 'class') return { sentence: TEXTS.notAClass(name), line }
  }
  return undefined
}

/** What a list of exports names and appears nowhere else in the text: the tests never ask for it. */
function undeclared(source: string, { program }: ParseResult): Finding | undefined {
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || node.source) continue
    for (const { local } of node.specifiers) {
      if (local.type !== 'Identifier' || wordsIn(source, local.name) > 1) continue
      return { sentence: TEXTS.ghostExport(local.name), line: lineAt(source, local.start) }
    }
  }
  return undefined
}

function wordsIn(source: string, word: string): number {
  return source.split(/[^\w$]+/).filter((found) => found === word).length
}

/** The declarations at the top level of a module, by name. */
function declarations({ body }: ESTree.Program): Map<string, Export> {
  return new Map(body.flatMap((node) => ('declaration' in node ? named(node.declaration) : named(node))))
}

function named(node: ESTree.Node | null): [string, Export][] {
  if (node?.type === 'FunctionDeclaration' || node?.type === 'ClassDeclaration') {
    const kind = node.type === 'ClassDeclaration' ? 'class' : 'function'
    return node.id ? [[node.id.name, { start: node.id.start, kind }]] : []
  }
  if (node?.type !== 'VariableDeclaration') return []
  return node.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' ? [[id.name, { start: id.start, kind: kindOf(init) }]] : [],
  )
}

function kindOf(init: ESTree.Expression | null): Kind | undefined {
  if (init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression') return 'function'
  if (init?.type === 'ClassExpression') return 'class'
  const plain = ['Literal', 'TemplateLiteral', 'ObjectExpression', 'ArrayExpression', 'NewExpression']
  return init && plain.includes(init.type) ? 'other' : undefined
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `«${name}»`).join(', ')
}
