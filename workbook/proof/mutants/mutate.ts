import { type ESTree, parseSync, Visitor } from 'vite'
import { lineAt } from '../../verdict/finding.ts'

/** A program with one small change that somebody could have made. */
export interface Mutant {
  line: number
  /** The change: `a < b → a <= b`. */
  change: string
  source: string
}

const TURNED: Record<string, readonly string[]> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>'],
  '<=': ['<', '>'],
  '>': ['>=', '<'],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
}
const LONGEST = 60

type Span = { start: number; end: number }

/** Every mutant of a program, one change each. What only TypeScript reads, and the imports, stay as they are. */
export function mutantsOf(source: string): Mutant[] {
  const mutants: Mutant[] = []
  const types = new Set<unknown>()
  const text = ({ start, end }: Span) => source.slice(start, end)
  const change = (span: Span, ...others: string[]) => {
    for (const other of others) {
      if (other === text(span)) continue
      mutants.push({
        line: lineAt(source, span.start),
        change: `${brief(text(span))} → ${brief(other) || 'nada'}`,
        source: source.slice(0, span.start) + other + source.slice(span.end),
      })
    }
  }
  const operator = (node: ESTree.BinaryExpression | ESTree.LogicalExpression) => {
    const [left, right] = [text(node.left), text(node.right)]
    for (const other of TURNED[node.operator] ?? []) change(node, `(${left} ${other} ${right})`)
  }
  const dropEach = (parts: readonly (Span | null)[]) => {
    for (const part of parts) if (part) change(withComma(part, source), '')
  }
  new Visitor({
    BinaryExpression: operator,
    LogicalExpression(node) {
      operator(node)
      change(node, text(node.left), text(node.right))
    },
    UnaryExpression(node) {
      if (node.operator === '!') change(node, text(node.argument))
    },
    IfStatement: ({ test }) => change(test, 'true', 'false'),
    ConditionalExpression: ({ test }) => change(test, 'true', 'false'),
    ExpressionStatement: (node) => change(node, ';'),
    ThrowStatement: (node) => change(node, ';'),
    ReturnStatement: (node) => node.argument && change(node, 'return'),
    AwaitExpression: (node) => change(node, text(node.argument)),
    AssignmentPattern: (node) => change(node, text(node.left)),
    TSLiteralType: ({ literal }) => void types.add(literal.start),
    Literal(node) {
      if (types.has(node.start)) return
      if (typeof node.value === 'number') change(node, `${node.value + 1}`)
      if (typeof node.value === 'boolean') change(node, `${!node.value}`)
    },
    ObjectExpression: ({ properties }) => dropEach(properties),
    ArrayExpression: ({ elements }) => dropEach(elements),
    CallExpression(node) {
      const [first] = node.arguments
      if (node.callee.type === 'MemberExpression') change(node, text(node.callee.object))
      if (first) change(node, text(first))
    },
    MemberExpression: (node) => node.optional && change(node, text(node).replace('?.', '.')),
  }).visit(parseSync('module.ts', source).program)
  return mutants
}

/** Without its comma, what is left would be another list. */
function withComma({ start, end }: Span, source: string): Span {
  const [comma = ''] = /^\s*,/.exec(source.slice(end)) ?? []
  return { start, end: end + comma.length }
}

function brief(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
