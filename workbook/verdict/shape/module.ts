import { type Binding, bindingsOf } from './bindings.ts'
import { childrenOf, type Node, nameIn, nameOf, nodesOf, parse, type Tree, textOf } from './tree.ts'

/** Something that a module exports. */
export interface Export {
  /** `default` for the one without a name. */
  name: string
  /** Position of that name, or of the word that exports it. */
  at: number
  /** What the module itself calls it. */
  local?: string
  isType: boolean
  /** The module that it passes on. */
  from?: string
  /** It was declared right there, and not named in a list. */
  declared?: true
}

/** A module that another one needs. */
export interface Import {
  from: string
  at: number
  /** Nothing of it is left when the program runs. */
  isType: boolean
  /** What it takes of that module: `default`, `*` or a name. */
  names: { name: string; at: number; local?: string; isType: boolean }[]
}

/** What a module looks like from outside, and what it declares at its top level. */
export interface Module extends Tree {
  exports: readonly Export[]
  /** Modules of which it passes on everything. */
  stars: readonly string[]
  /** Imports, and exports that take from another module. */
  imports: readonly Import[]
  declared: readonly Binding[]
}

/** A name in a list of imports or exports. */
interface Listed {
  name: string
  at: number
  alias: string
  aliasAt: number
  isType: boolean
}

const NAME = String.raw`[\w$\\{}\u0080-\u{10ffff}]+|'[^']*'|"[^"]*"`
const ENTRY = new RegExp(
  String.raw`^(?<type>type\s+(?!as\s))?(?<name>${NAME})(?:\s+as\s+(?<alias>${NAME}))?$`,
  'u',
)

/** Reads the text of a module. Never throws. */
export function readModule(source: string): Module {
  const tree = parse(source)
  const top = childrenOf(tree.root)
  const declared = top.flatMap((node) => bindingsOf(tree, declarationIn(node)))
  const exporting = top.filter(({ name }) => name === 'ExportDeclaration')
  const importing = top.filter(({ name }) => name === 'ImportDeclaration')
  return {
    ...tree,
    declared,
    exports: exporting.flatMap((node) => exportsOf(tree, node)).map((one) => asType(one, declared)),
    stars: exporting.flatMap((node) => starOf(tree, node)),
    imports: [
      ...importing.flatMap((node) => importOf(tree, node)),
      ...exporting.flatMap((node) => passedOn(tree, node)),
    ].sort((a, b) => a.at - b.at),
  }
}

/** The names of the values (not the types) that a module exports by itself. */
export function exportedValues({ exports }: Module): string[] {
  return exports.filter(({ isType }) => !isType).map(({ name }) => name)
}

/** What stands behind `export` and `default`, or the node itself. */
export function declarationIn(node: Node): Node {
  if (node.name !== 'ExportDeclaration') return node
  return childrenOf(node).find(({ name }) => name.endsWith('Declaration')) ?? node
}

function exportsOf(tree: Tree, node: Node): Export[] {
  const from = sourceOf(tree, node)
  const group = node.getChild('ExportGroup')
  if (group) return listed(tree, group).map((one) => ofList(one, hasType(node), from))
  if (node.getChild('Star')) return namespaceOf(tree, node, from)
  if (node.getChild('default')) return byDefault(tree, node)
  return bindingsOf(tree, declarationIn(node)).map(({ name, at, isType }) => ({
    ...{ name, at, local: name, isType, declared: true },
  }))
}

function ofList({ name, alias, aliasAt, isType }: Listed, allTypes: boolean, from?: string): Export {
  return { name: alias, at: aliasAt, local: from ? undefined : name, isType: isType || allTypes, from }
}

function byDefault(tree: Tree, node: Node): Export[] {
  const declaration = declarationIn(node)
  // Without a body it only tells a type of the function that follows.
  if (declaration.name === 'FunctionDeclaration' && !declaration.getChild('Block')) return []
  const value = declaration === node ? node.getChild('VariableName') : undefined
  const name = value ?? declaration.getChild('VariableDefinition')
  return [{ name: 'default', at: node.from, local: name ? nameOf(tree, name) : undefined, isType: false }]
}

function namespaceOf(tree: Tree, node: Node, from: string | undefined): Export[] {
  const name = node.getChild('VariableName')
  return name ? [{ name: nameOf(tree, name), at: name.from, isType: false, from }] : []
}

function starOf(tree: Tree, node: Node): string[] {
  const from = sourceOf(tree, node)
  return from && node.getChild('Star') && !node.getChild('as') ? [from] : []
}

/** A list names a type as if it were a value. */
function asType(one: Export, declared: readonly Binding[]): Export {
  const own = declared.filter(({ name }) => name === one.local)
  return own.length && own.every(({ isType }) => isType) ? { ...one, isType: true } : one
}

function importOf(tree: Tree, node: Node): Import[] {
  const from = sourceOf(tree, node)
  if (from === undefined) return []
  const group = node.getChild('ImportGroup')
  const list = group ? listed(tree, group) : []
  const names = [
    ...node.getChildren('VariableDefinition').map((local) => ({
      name: node.getChild('Star') ? '*' : 'default',
      at: local.from,
      local: nameOf(tree, local),
      isType: false,
    })),
    ...list.map(({ name, at, alias, isType }) => ({ name, at, local: alias, isType })),
  ]
  return [{ from, at: node.from, isType: hasType(node) || allTypes(names), names }]
}

/** What an export takes from another module. */
function passedOn(tree: Tree, node: Node): Import[] {
  const from = sourceOf(tree, node)
  if (from === undefined) return []
  const group = node.getChild('ExportGroup')
  const names = (group ? listed(tree, group) : []).map(({ name, at, isType }) => ({ name, at, isType }))
  return [{ from, at: node.from, isType: hasType(node) || allTypes(names), names }]
}

function allTypes(names: Import['names']): boolean {
  return names.length > 0 && names.every(({ isType }) => isType)
}

function hasType(node: Node): boolean {
  return node.getChild('type') !== null
}

function sourceOf(tree: Tree, node: Node): string | undefined {
  const string = node.getChildren('String').at(-1)
  return string && (node.getChild('from') || node.name === 'ImportDeclaration')
    ? nameOf(tree, string)
    : undefined
}

/** The names in braces, read from the text: the parser does not know all that may stand there. */
function listed(tree: Tree, group: Node): Listed[] {
  const text = withoutComments(tree, group)
  let at = group.from
  return text.split(/[{},]/).flatMap((entry) => {
    const start = at
    at += entry.length + 1
    const { type, name, alias = name } = ENTRY.exec(entry.trim())?.groups ?? {}
    if (!name || !alias) return []
    return {
      name: nameIn(name),
      at: start + entry.indexOf(name, type ? entry.indexOf(type) + type.length : 0),
      alias: nameIn(alias),
      aliasAt: start + entry.lastIndexOf(alias),
      isType: Boolean(type),
    }
  })
}

function withoutComments(tree: Tree, group: Node): string {
  let text = textOf(tree, group)
  for (const comment of nodesOf(group, ['LineComment', 'BlockComment'])) {
    const [start, end] = [comment.from - group.from, comment.to - group.from]
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  }
  return text
}
