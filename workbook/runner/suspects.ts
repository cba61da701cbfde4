import { type ESTree, parseSync, Visitor } from 'vite'
import { lineAt } from '../verdict/finding.ts'

const NO_ERRORS = ['Literal', 'TemplateLiteral', 'ObjectExpression', 'ArrayExpression']

/** The line of the only `await` at the top level of a module: what keeps it from loading. */
export function lineOfLonelyAwait(source: string): number | undefined {
  const starts: number[] = []
  let depth = 0
  const enter = () => void depth++
  const leave = () => void depth--
  new Visitor({
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    AwaitExpression: ({ start }: ESTree.AwaitExpression) => void (depth || starts.push(start)),
  }).visit(parseSync('module.ts', source).program)
  return only(starts, source)
}

/** The line of the only `throw` of something that is plainly no error. */
export function lineOfOddThrow(source: string): number | undefined {
  const starts: number[] = []
  new Visitor({
    ThrowStatement({ start, argument }) {
      const isUndefined = argument.type === 'Identifier' && argument.name === 'undefined'
      if (isUndefined || NO_ERRORS.includes(argument.type)) starts.push(start)
    },
  }).visit(parseSync('module.ts', source).program)
  return only(starts, source)
}

function only([start, ...more]: readonly number[], source: string): number | undefined {
  return start === undefined || more.length ? undefined : lineAt(source, start)
}
