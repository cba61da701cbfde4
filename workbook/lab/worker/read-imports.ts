// What a module imports, by the tokens of sucrase: in its text, the same words may stand in a comment.
import { parse } from 'sucrase/dist/parser/index.js'
import { TokenType } from 'sucrase/dist/parser/tokenizer/types.js'

interface Token {
  type: number
  start: number
  end: number
}

/**
 * The names that a module imports statically, and the module with `meta` in the place of `import.meta`. Throws
 * what sucrase throws of a text that is no program.
 */
export function readImports(text: string, meta: string): { names: string[]; program: string } {
  const { tokens } = parse(text, false, true, false)
  const said = (token: Token | undefined) => token && text.slice(token.start, token.end)
  const names: string[] = []
  let program = text
  for (const [index, token] of [...tokens.entries()].reverse()) {
    const [next, after] = tokens.slice(index + 1, index + 3)
    const isMeta = next?.type === TokenType.dot && said(after) === 'meta' && said(token) === 'import'
    if (isMeta && tokens[index - 1]?.type !== TokenType.dot) {
      program = program.slice(0, token.start) + meta + program.slice(after?.end)
    }
    const source = sourceOf(text, token, tokens.slice(index + 1))
    if (source) names.unshift(text.slice(source.start + 1, source.end - 1))
  }
  return { names, program }
}

function sourceOf(text: string, { type }: Token, rest: readonly Token[]): Token | undefined {
  if (type === TokenType._export) return sourceOfExport(text, rest)
  const isDynamic = rest[0]?.type === TokenType.parenL
  return type === TokenType._import && !isDynamic ? firstString(rest) : undefined
}

function firstString(tokens: readonly Token[]): Token | undefined {
  return tokens.find(({ type }) => type === TokenType.string)
}

/** `export *` and a list in braces may take from another module. */
function sourceOfExport(text: string, tokens: readonly Token[]): Token | undefined {
  const [first] = tokens
  if (first?.type === TokenType.star) return firstString(tokens)
  const end =
    first?.type === TokenType.braceL ? tokens.findIndex(({ type }) => type === TokenType.braceR) : -1
  const [from, source] = tokens.slice(end + 1)
  const isFrom = end > 0 && from && text.slice(from.start, from.end) === 'from'
  return isFrom && source?.type === TokenType.string ? source : undefined
}
