// A text as a tree of TypeScript, read by the parser that the editor of the page already brings: the same in
// Node and in a browser. It never fails: what it does not understand becomes a node of its own.
import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/javascript'

export type Node = SyntaxNode

export interface Tree {
  source: string
  root: Node
  /** Where the parser stopped understanding, if it did: it knows a little less of TypeScript than a compiler. */
  stop?: number
}

const ESCAPE = /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(.))/gi

/** A regular expression that has its end. */
export const WHOLE_REGEXP = /^\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*$/
const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u

const typescript = parser.configure({ dialect: 'ts' })

/** More than the files of the workbook that one thing needs: a check, or a project of one's own. */
const REMEMBERED = 200
/** The oldest first. */
const known = new Map<string, Tree>()

/** Reads a text, unless it is one of the last that were read. Never throws. */
export function parse(source: string): Tree {
  const before = known.get(source)
  if (before) return before
  const tree = read(source)
  const [oldest] = known.keys()
  if (oldest !== undefined && known.size === REMEMBERED) known.delete(oldest)
  known.set(source, tree)
  return tree
}

function read(source: string): Tree {
  const root = typescript.parse(inKnownWords(source)).topNode
  return { source, root, stop: firstError(root, source) }
}

/** What a node consists of, keywords and brackets included, but for comments. */
export function childrenOf(node: Node): Node[] {
  const found: Node[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.name.endsWith('Comment')) found.push(child)
  }
  return found
}

/** All nodes with one of these names, in the order of the text. */
export function nodesOf(root: Node, names: readonly string[]): Node[] {
  const found: Node[] = []
  root.cursor().iterate((node) => {
    if (names.includes(node.name)) found.push(node.node)
  })
  return found
}

/** The text of a node. */
export function textOf({ source }: Tree, { from, to }: Node): string {
  return source.slice(from, to)
}

/** What a name or a string says: without quotes, and with its escapes read. */
export function nameOf(tree: Tree, node: Node): string {
  return nameIn(textOf(tree, node))
}

/** The same, of a text that is one. */
export function nameIn(text: string): string {
  const said = text.replace(/^(['"])([\s\S]*)\1$/, '$2')
  return said.replace(ESCAPE, (_all, long, short, byte, char) =>
    char === undefined ? String.fromCodePoint(Number.parseInt(long ?? short ?? byte, 16)) : char,
  )
}

function firstError(root: Node, source: string): number | undefined {
  let first: number | undefined
  root.cursor().iterate(({ type, from, to, node }) => {
    if (first !== undefined) return false
    const isWrong = type.isError ? !isImportEquals(node) : isWrongWord(type.name, source.slice(from, to))
    if (isWrong) first = from
    return undefined
  })
  return first
}

/** The parser takes any character for a part of a name, and lets a regular expression end with its line. */
function isWrongWord(name: string, text: string): boolean {
  if (name === 'RegExp') return !WHOLE_REGEXP.test(text)
  return (
    /^(?:Variable|Property|Type)/.test(name) && /(?:Name|Definition)$/.test(name) && !NAME.test(nameIn(text))
  )
}

/** `import uno = require('uno')`: whoever asks what Node refuses finds it. */
function isImportEquals({ parent, firstChild }: Node): boolean {
  return parent?.name === 'ImportDeclaration' && firstChild?.name === 'Equals'
}

/** The parts of TypeScript that the parser does not know, in words that it does: every position stays. */
function inKnownWords(source: string): string {
  return source
    .replace(/\bexport\s*\{[^{}]*\}/g, (list) =>
      list.replace(/(?<=[{,]\s*)type(?=\s+(?!as\s)[\w$'"])/g, blank),
    )
    .replace(/(?<=\bfrom\s*(?:'[^'\n]*'|"[^"\n]*")\s*)with\s*\{[^{}]*\}/g, blank)
    .replace(/(?<=\)\s*:\s*)[\w$]+\s+is(?=\s)/g, blank)
    .replace(/(?<=\btypeof\s+)import\(\s*(['"])[^'"\n]*\1\s*\)/g, asName)
    .replace(/(?<=(?:[=(?:>]|\breturn|\bdefault)\s*)async(?=\s*<)/g, blank)
    .replace(/\\u(?:[\da-f]{4}|\{[\da-f]+\})/gi, asName)
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

function asName(text: string): string {
  return '_'.repeat(text.length)
}
