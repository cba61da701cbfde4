// Where a text that is no program breaks, and the faults that can be named without a compiler.
import { TEXTS } from '../explain/texts.ts'
import type { Fault } from './early-errors.ts'
import { childrenOf, type Node, nodesOf, type Tree, textOf, WHOLE_REGEXP } from './tree.ts'

const { wrongSyntax } = TEXTS

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const LITERALS = ['String', 'RegExp', 'TemplateString', 'TemplateType', 'LineComment', 'BlockComment']
const CONFLICT = /^(?:<{7}|={7}|>{7})(?!\S)/m
const CURLY_QUOTES = /[“”‘’]/
const RESERVED =
  /\b(?:const|let|var)\s+(?<word>break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with)\b/
const WITHOUT_PARENTHESIS = /\b(?:if|while|for|switch)\s+$/
const WITHOUT_VALUE = /(?:[=+\-*%&|^!~?]|=>)\s*$/

/** Where a text breaks, and what is wrong there if it can be told; nothing if the parser understood all of it. */
export function breakOf(tree: Tree): Partial<Fault> & { at?: number } {
  const code = withoutLiterals(tree)
  const stop = tree.stop === undefined ? undefined : nextToken(tree.source, tree.stop)
  const found = [unfinished, conflict, reservedWord, openBracket].flatMap(
    (look) => look(tree, code, stop) ?? [],
  )
  const first = found.find(({ at }) => stop === undefined || lineStart(code, at) <= stop)
  return first ?? { at: stop, detail: stop === undefined ? undefined : detailAt(tree.source, stop) }
}

type Look = (tree: Tree, code: string, stop: number | undefined) => Fault | undefined

/** A string, a template, a comment or a regular expression without an end. */
const unfinished: Look = (tree) => {
  for (const node of nodesOf(tree.root, LITERALS)) {
    const detail = lacksEnd(textOf(tree, node), node.name)
    if (detail) return { detail, at: node.from }
  }
  return undefined
}

function lacksEnd(text: string, name: string): string | undefined {
  if (name === 'String') return text.length > 1 && text.at(-1) === text[0] ? undefined : wrongSyntax.string
  if (name === 'RegExp') return WHOLE_REGEXP.test(text) ? undefined : wrongSyntax.regExp
  if (name === 'BlockComment') return /^\/\*[\s\S]*\*\/$/.test(text) ? undefined : wrongSyntax.comment
  if (name === 'LineComment') return undefined
  return /^`[\s\S]*`$/.test(text) ? undefined : wrongSyntax.template
}

const conflict: Look = (_tree, code) => {
  const found = CONFLICT.exec(code)
  return found ? { detail: wrongSyntax.conflict, at: found.index } : undefined
}

const reservedWord: Look = (_tree, code) => {
  const found = RESERVED.exec(code)
  return found ? { detail: wrongSyntax.reserved(found.groups?.word ?? ''), at: found.index } : undefined
}

/** The first bracket that has no other, told where the parser missed it. */
const openBracket: Look = (tree, code, stop) => {
  const { detail } = unfinished(tree, code, stop) ?? {}
  // Then some of the code is taken for a text, and some text for code.
  if (detail === wrongSyntax.template || detail === wrongSyntax.comment) return undefined
  const open: { closing: string; at: number }[] = []
  for (const { 0: bracket, index: at } of code.matchAll(/[()[\]{}]/g)) {
    const closing = PAIRS[bracket]
    if (closing) open.push({ closing, at })
    else if (!open.length) return tooMany(bracket, at)
    else if (open.at(-1)?.closing === bracket) open.pop()
    else return missing(open.at(-1)!, at, stop)
  }
  const last = open.at(-1)
  return last && missing(last, code.length, stop)
}

function tooMany(bracket: string, at: number): Fault {
  return { detail: bracket === '}' ? wrongSyntax.statement : wrongSyntax.tooMany(bracket), at }
}

function missing({ closing, at }: { closing: string; at: number }, noticed: number, stop?: number): Fault {
  const isFirst = stop !== undefined && stop > at
  return { detail: wrongSyntax.expected(closing), at: isFirst ? Math.min(stop, noticed) : noticed }
}

function detailAt(source: string, at: number): string | undefined {
  const before = source.slice(0, at)
  const line = source.slice(lineStart(source, at)).split('\n')[0] ?? ''
  if (CURLY_QUOTES.test(line)) return wrongSyntax.curlyQuotes
  if (['"', "'"].some((quote) => line.split(quote).length % 2 === 0)) return wrongSyntax.string
  if (WITHOUT_PARENTHESIS.test(before) && source[at] !== '(') return wrongSyntax.expected('(')
  return WITHOUT_VALUE.test(before) ? wrongSyntax.expression : undefined
}

/** The text with spaces in the place of what is not code, so that every position stays. */
function withoutLiterals(tree: Tree): string {
  let code = tree.source
  for (const node of nodesOf(tree.root, LITERALS)) {
    for (const [from, to] of literalParts(node)) {
      code = code.slice(0, from) + code.slice(from, to).replace(/[^\n]/g, ' ') + code.slice(to)
    }
  }
  return code
}

/** What a template interpolates is code. */
function literalParts(node: Node): [number, number][] {
  const inside = childrenOf(node).filter(({ name }) => name === 'Interpolation')
  const starts = [node.from, ...inside.map(({ to }) => to - 1)]
  const ends = [...inside.map(({ from }) => from + 2), node.to]
  return starts.map((from, index) => [from, ends[index] ?? from])
}

function nextToken(source: string, position: number): number {
  return position + /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*/.exec(source.slice(position))![0].length
}

function lineStart(code: string, position: number): number {
  return code.lastIndexOf('\n', position - 1) + 1
}
