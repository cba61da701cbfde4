// What the tests would run and the server would not: Vite and sucrase turn into JavaScript the parts of
// TypeScript that Node cannot erase, and lend CommonJS variables to ES modules.
import { TEXTS } from '../explain/texts.ts'
import { type Finding, lineAt } from '../finding.ts'
import type { Module } from './module.ts'
import { childrenOf, type Node, nodesOf, textOf } from './tree.ts'

const { erasable } = TEXTS

const BORROWED = ['require', 'module', 'exports', '__dirname', '__filename']
const ONLY_TYPES = ['TypeAliasDeclaration', 'InterfaceDeclaration', 'AmbientDeclaration', '{', '}', ';']

const REFUSED: Readonly<Record<string, (node: Node) => readonly [string, string] | undefined>> = {
  EnumDeclaration: (node) => (isDeclared(node) ? undefined : erasable.enum),
  NamespaceDeclaration: (node) => (isDeclared(node) || hasOnlyTypes(node) ? undefined : erasable.namespace),
  ParamList: (node) =>
    node.getChild('Privacy') || node.getChild('readonly') ? erasable.parameterProperty : undefined,
  ExportDeclaration: (node) =>
    node.firstChild?.nextSibling?.name === 'Equals' ? erasable.exportEquals : undefined,
  ImportDeclaration: (node) => (node.lastChild?.type.isError ? erasable.importEquals : undefined),
  PrefixCast: () => erasable.assertion,
  Decorator: () => erasable.decorator,
}

/** The first thing that Node would refuse of a module that compiles. */
export function refusedByNode(module: Module): Finding | undefined {
  const found = [...notErasable(module), ...commonJs(module)]
  const [first] = found.sort((a, b) => a.at - b.at)
  return first && { sentence: first.sentence, line: lineAt(module.source, first.at) }
}

function notErasable({ root }: Module) {
  return nodesOf(root, Object.keys(REFUSED)).flatMap((node) => {
    const refused = REFUSED[node.name]?.(node)
    return refused ? [{ sentence: TEXTS.notErasable(...refused), at: node.from }] : []
  })
}

function isDeclared(node: Node): boolean {
  for (let above = node.parent; above; above = above.parent) {
    if (above.name === 'AmbientDeclaration') return true
  }
  return false
}

function hasOnlyTypes(namespace: Node): boolean {
  const block = namespace.getChild('Block')
  return block !== null && childrenOf(block).every((node) => ONLY_TYPES.includes(typeIn(node).name))
}

function typeIn(node: Node): Node {
  return node.name === 'ExportDeclaration' ? (node.lastChild ?? node) : node
}

/** The variables that CommonJS gives to a module, unless it declares some of that name itself. */
function commonJs(module: Module) {
  const own = new Set(nodesOf(module.root, ['VariableDefinition']).map((node) => textOf(module, node)))
  return nodesOf(module.root, ['VariableName']).flatMap((node) => {
    const name = textOf(module, node)
    if (!BORROWED.includes(name) || own.has(name)) return []
    const used = usedAs(module, name, node)
    return used ? [{ sentence: TEXTS.commonJs(used), at: node.from }] : []
  })
}

function usedAs(module: Module, name: string, { parent, from }: Node): string | undefined {
  if (name.startsWith('__')) return name
  const isFirst = parent?.from === from
  if (name === 'require') return parent?.name === 'CallExpression' && isFirst ? 'require()' : undefined
  if (parent?.name !== 'MemberExpression' || !isFirst) return undefined
  if (name === 'exports') return name
  const property = parent.getChild('PropertyName')
  return property && textOf(module, property) === 'exports' ? 'module.exports' : undefined
}
