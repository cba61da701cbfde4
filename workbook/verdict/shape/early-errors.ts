// What a compiler refuses although it can read it. The one of a page runs some of it and says nothing of the
// rest, so it is found here, for both sides.
import { TEXTS } from '../explain/texts.ts'
import { type Binding, bindingsOf } from './bindings.ts'
import { declarationIn, type Module } from './module.ts'
import { childrenOf, type Node, nodesOf, type Tree } from './tree.ts'

const { wrongSyntax } = TEXTS

/** What is wrong, as it completes «… tiene un error de sintaxis:», and its position. */
export interface Fault {
  detail: string
  at: number
}

const FUNCTIONS = [
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunction',
  'MethodDeclaration',
  'Property',
]
const WITH_CODE = [...FUNCTIONS, 'StaticBlock', 'PropertyDeclaration']

/** The first of them in a module that the parser understood. */
export function earlyError(module: Module): Fault | undefined {
  const found = [
    ...looseReturns(module),
    ...wrongAwaits(module),
    ...declaredTwice(module),
    ...exportedTwice(module),
  ]
  return found.sort((a, b) => a.at - b.at)[0]
}

function looseReturns({ root }: Tree): Fault[] {
  const loose = nodesOf(root, ['ReturnStatement']).filter((node) => !codeAround(node))
  return loose.map(({ from }) => ({ detail: wrongSyntax.looseReturn, at: from }))
}

function wrongAwaits(tree: Tree): Fault[] {
  const wrong = nodesOf(tree.root, ['await']).filter((node) => {
    const around = codeAround(node)
    return around && FUNCTIONS.includes(around.name) && !isAsync(tree, around)
  })
  return wrong.map(({ from }) => ({ detail: wrongSyntax.looseAwait, at: from }))
}

/** The parser does not see the `async` of a generic arrow function as such. */
function isAsync({ source }: Tree, code: Node): boolean {
  return code.getChild('async') !== null || /\basync\s*(?:<[^()]*>\s*)?$/.test(source.slice(0, code.from))
}

/** The function that this is part of, or what else of a class has code of its own. */
function codeAround(node: Node): Node | undefined {
  let inside = node
  for (let above = node.parent; above; inside = above, above = above.parent) {
    if (WITH_CODE.includes(above.name) && isCodeOf(above, inside)) return above
  }
  return undefined
}

/** What names a property or decorates it runs outside of it; a property without parameters is no method. */
function isCodeOf(node: Node, inside: Node): boolean {
  if (inside.prevSibling?.name === '[' || inside.name === 'Decorator') return false
  return node.name !== 'Property' || node.getChild('ParamList') !== null
}

function declaredTwice(module: Module): Fault[] {
  return [module.root, ...nodesOf(module.root, ['Block'])].flatMap((scope) => {
    const found = new Map<string, Binding[]>()
    for (const binding of valuesIn(module, scope)) {
      found.set(binding.name, [...(found.get(binding.name) ?? []), binding])
    }
    return [...found.values()].flatMap((same) => (mayShare(scope, same) ? [] : [clash(module, same)]))
  })
}

function valuesIn(module: Module, scope: Node): Binding[] {
  const imported = scope.parent ? [] : importedValues(module)
  const declared = childrenOf(scope).flatMap((node) => bindingsOf(module, declarationIn(node)))
  return [...imported, ...declared.filter(({ way }) => way !== 'type')]
}

function importedValues({ imports }: Module): Binding[] {
  const entries = imports.flatMap(({ isType, names }) => (isType ? [] : names))
  return entries.flatMap(({ local, at, isType }) =>
    local && !isType ? [{ name: local, at, isType, way: 'import' as const }] : [],
  )
}

/** Whether these declarations of one name may stand side by side. */
function mayShare(scope: Node, same: readonly Binding[]): boolean {
  if (same.length === 1 || same.every(({ way }) => way === 'var')) return true
  return isBody(scope) && same.every(({ way }) => way === 'var' || way === 'function')
}

function isBody({ parent }: Node): boolean {
  return parent !== null && FUNCTIONS.includes(parent.name)
}

/** Told of the one that is too many: the last. */
function clash({ exports }: Module, same: readonly Binding[]): Fault {
  const { name, at } = same.at(-1)!
  if (same.some(({ way }) => way === 'block')) return { detail: wrongSyntax.twiceInBlock(name), at }
  if (!same.every(({ way }) => way === 'function')) return { detail: wrongSyntax.twice(name), at }
  const exported = exports.some(({ local, declared }) => local === name && declared)
  return { detail: exported ? wrongSyntax.twiceExported(name) : wrongSyntax.twoBodies, at }
}

function exportedTwice(module: Module): Fault[] {
  const values = module.exports.filter(({ isType }) => !isType)
  const again = values.filter(({ name }, index) => values.findIndex((one) => one.name === name) < index)
  return again.map(({ name, at }) => ({
    detail: name === 'default' ? wrongSyntax.twoDefaults : wrongSyntax.twice(name),
    at,
  }))
}
