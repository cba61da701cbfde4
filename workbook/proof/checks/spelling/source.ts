import { type ESTree, parseSync, Visitor } from 'vite'
import { lineAt } from '../../../verdict/finding.ts'
import { hide, hideCode, type ProseLine, proseLines } from './prose.ts'

// Fields of a manifest that hold code, or titles that are read where the tests are.
const CODE_FIELDS = ['archivo', 'ataques', 'buscar', 'cambio', 'nombre', 'poner']

const ESCAPE = /\\(?:u\{\w+\}|u\w{4}|x\w{2}|[\s\S])/g
// In the title of a test, where a case goes.
const PLACEHOLDER = /%[a-z#$]/g
const STATEMENT = /^ *(?:const|if|return|throw) .*[=(]|=>|^(?:CREATE|INSERT|SELECT) /m
const DIRECTIVE = /^[ *]*(?:#(?:end)?region .*|biome-ignore .*|@\w+)/gm

interface Range {
  start: number
  end: number
}

/** What a person reads in a program: its texts. A text is what has a space, or an accent. */
export function readTexts(source: string): ProseLine[] {
  const code: Range[] = []
  const texts: (Range & { text: string })[] = []
  const keep = (node: Range, text = source.slice(node.start, node.end)) =>
    texts.push({ start: node.start, end: node.end, text: text.slice(1, -1) })
  new Visitor({
    ImportDeclaration: (node) => void code.push(node.source),
    TSLiteralType: (node) => void code.push(node),
    Property: ({ key, value }) => {
      if (key.type === 'Literal') code.push(key)
      if (CODE_FIELDS.includes(nameOf(key))) code.push(value)
    },
    Literal: (node) => void (typeof node.value === 'string' && keep(node)),
    TemplateLiteral: (node) => void keep(node, withoutExpressions(node, source)),
  }).visit(parseSync('source.ts', source).program)
  return texts
    .filter((text) => !code.some(({ start, end }) => start <= text.start && text.end <= end))
    .filter(({ text }) => /\s|[áéíóúñ]/.test(text) && !STATEMENT.test(text))
    .flatMap(({ start, text }) =>
      proseLines(hideCode([ESCAPE, PLACEHOLDER].reduce(hide, text)), lineAt(source, start)),
    )
}

/** What a person reads in the comments of a program. */
export function readComments(source: string): ProseLine[] {
  return parseSync('source.ts', source).comments.flatMap(({ start, value }) =>
    proseLines(hideCode(hide(value, DIRECTIVE)), lineAt(source, start)),
  )
}

function withoutExpressions({ start, end, expressions }: ESTree.TemplateLiteral, source: string): string {
  return expressions.reduce(
    (text, inner) => {
      const [from, to] = [inner.start - start, inner.end - start]
      return text.slice(0, from) + hide(text.slice(from, to), /[\s\S]+/) + text.slice(to)
    },
    source.slice(start, end),
  )
}

function nameOf(key: ESTree.PropertyKey): string {
  return key.type === 'Identifier' ? key.name : ''
}
