import { lineAt } from '../../verdict/finding.ts'
import { childrenOf, type Node, nodesOf, parse } from '../../verdict/shape/tree.ts'
import { TURN } from '../protocol.ts'

const LOOPS = ['ForStatement', 'WhileStatement', 'DoStatement']

interface Mark {
  at: number
  text: string
}

/** The same module, in which each loop tells in each turn that it goes on. Every line stays where it was. */
export function markLoops(source: string, file: string): string {
  const { root, stop } = parse(source)
  if (stop !== undefined) return source
  const marks = nodesOf(root, LOOPS).flatMap((loop) => marksOf(loop, source, file))
  // From the end, so that no position moves before its turn.
  return marks.sort((a, b) => b.at - a.at).reduce(insert, source)
}

function insert(source: string, { at, text }: Mark): string {
  return source.slice(0, at) + text + source.slice(at)
}

function marksOf(loop: Node, source: string, file: string): Mark[] {
  const body = bodyOf(loop)
  if (!body) return []
  const call = `${TURN}(${lineAt(source, loop.from)}, ${JSON.stringify(file)});`
  if (body.name === 'Block') return [{ at: body.from + 1, text: call }]
  return [
    { at: body.from, text: `{${call}` },
    { at: body.to, text: '}' },
  ]
}

function bodyOf(loop: Node): Node | undefined {
  const parts = childrenOf(loop)
  return loop.name === 'DoStatement' ? parts[1] : parts.at(-1)
}
