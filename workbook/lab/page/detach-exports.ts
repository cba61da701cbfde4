import { bindingsOf } from '../../verdict/shape/bindings.ts'
import { declarationIn, type Module, readModule } from '../../verdict/shape/module.ts'
import { childrenOf, type Node, textOf } from '../../verdict/shape/tree.ts'
import { markLoops } from './mark-loops.ts'

/** In the project's own files, the only exports that this is about. */
const DESTRUCTURED = /^export (?:const|let|var) [[{]/m

/**
 * The texts of the project with those of the learner in their place, as the Worker can compile them.
 */
export function textsToRun(
  files: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const given = Object.entries(files).map(([path, text]) => [
    path,
    DESTRUCTURED.test(text) ? detachExports(text) : text,
  ])
  const mine = Object.entries(own).map(([path, text]) => [path, markLoops(detachExports(text), path)])
  return Object.fromEntries([...given, ...mine])
}

/**
 * The same module with its exported variables and its lists of exports in one list at its end. Where they are
 * written sucrase exports only the first of several, joins a destructured one to the line before, and reads a
 * list before what it names is there. Every line stays where it was.
 */
export function detachExports(source: string): string {
  const module = readModule(source)
  if (module.stop !== undefined) return source
  const detached = childrenOf(module.root).flatMap((node) => detach(module, node))
  if (!detached.length) return source
  let text = source
  for (const { from, to } of detached) {
    text = text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to)
  }
  return `${text}\n;${detached.map(({ list }) => `export {${list}}`).join(';')}\n`
}

/** The part of an export that goes, and the list that stands for it; nothing for an export that may stay. */
function detach(module: Module, node: Node): { from: number; to: number; list: string }[] {
  if (node.name !== 'ExportDeclaration' || node.getChild('from')) return []
  const group = node.getChild('ExportGroup')
  if (group && !node.getChild('type'))
    return [{ from: node.from, to: node.to, list: textOf(module, group).slice(1, -1) }]
  const declaration = declarationIn(node)
  if (declaration.name !== 'VariableDeclaration') return []
  const names = bindingsOf(module, declaration).map(({ name }) => name)
  return [{ from: node.from, to: declaration.from, list: names.join(', ') }]
}
