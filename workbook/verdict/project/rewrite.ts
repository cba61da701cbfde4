// One file of the workbook as a file of a project of its own: it names its neighbours by where they are there,
// and keeps nothing that only the workbook reads.
import { type Node, nameOf, nodesOf, parse, type Tree, textOf } from '../shape/tree.ts'

/** A piece of a text that becomes another one. */
interface Change {
  from: number
  to: number
  text: string
}

const NAMING = ['ImportDeclaration', 'ExportDeclaration', 'DynamicImport', 'ImportType']
const REGION = /^\/\/ #(?:end)?region\b/
const TODO = /^\/\/ TODO \d+: */

/** A module that a text imports, or passes on, as it writes it. */
interface Imported {
  name: string
  /** Nothing of it is left when the program runs. */
  isType: boolean
}

/** The modules that a text needs. Never throws. */
export function importsOf(source: string): Imported[] {
  const tree = parse(source)
  return stringsNaming(tree).map((node) => ({ name: nameOf(tree, node), isType: isType(node.parent) }))
}

/**
 * The text with each module called as `rename` says (`undefined` leaves it), without the marks of regions and
 * with the statement of a TODO as a comment like any other. Never throws.
 */
export function rewrite(source: string, rename: (name: string) => string | undefined): string {
  const tree = parse(source)
  const renamed = stringsNaming(tree).flatMap((node) => {
    const name = rename(nameOf(tree, node))
    return name === undefined ? [] : [{ from: node.from, to: node.to, text: `'${name}'` }]
  })
  const comments = nodesOf(tree.root, ['LineComment']).flatMap((node) => ofComment(tree, node))
  return apply(source, [...renamed, ...comments])
}

function stringsNaming({ root }: Tree): Node[] {
  return nodesOf(root, NAMING).flatMap((node) => {
    const names = node.name.endsWith('Declaration') && !node.getChild('from') && !isBare(node)
    return names ? [] : (node.getChildren('String').at(-1) ?? [])
  })
}

function isType(naming: Node | null): boolean {
  return naming?.name === 'ImportType' || Boolean(naming?.getChild('type'))
}

/** `import './other.ts'`, for what it does. */
function isBare(node: Node): boolean {
  return node.name === 'ImportDeclaration'
}

function ofComment(tree: Tree, node: Node): Change[] {
  const text = textOf(tree, node)
  if (REGION.test(text)) return [wholeLine(tree.source, node)]
  const [todo] = TODO.exec(text) ?? []
  return todo ? [{ from: node.from, to: node.from + todo.length, text: '// ' }] : []
}

/** From the start of its line to the start of the next one. */
function wholeLine(source: string, { from, to }: Node): Change {
  const start = source.lastIndexOf('\n', from - 1) + 1
  const alone = source.slice(start, from).trim() === ''
  return { from: alone ? start : from, to: alone ? to + 1 : to, text: '' }
}

function apply(source: string, changes: readonly Change[]): string {
  const ordered = [...changes].sort((one, other) => other.from - one.from)
  return ordered.reduce(
    (text, { from, to, text: news }) => text.slice(0, from) + news + text.slice(to),
    source,
  )
}
