import { childrenOf, type Node, nameOf, type Tree } from './tree.ts'

/** What a value is, as far as its declaration tells. */
export type Kind = 'function' | 'class' | 'other'

/** A name that a declaration gives. */
export interface Binding {
  name: string
  /** Position of the name. */
  at: number
  kind?: Kind
  /** Nothing of it is left when the program runs. */
  isType: boolean
  /** How it is declared: what decides which other declarations of the name it bears. */
  way: 'block' | 'var' | 'function' | 'class' | 'import' | 'type'
}

const TYPES = ['TypeAliasDeclaration', 'InterfaceDeclaration', 'AmbientDeclaration']
const PATTERNS = ['ArrayPattern', 'ObjectPattern', 'PatternProperty']
const PLAIN = ['Number', 'String', 'TemplateString', 'BooleanLiteral', 'null']
PLAIN.push('ObjectExpression', 'ArrayExpression')

/** The names that a declaration gives to where it stands: none if it is something else. */
export function bindingsOf(tree: Tree, node: Node): Binding[] {
  if (node.name === 'VariableDeclaration') return variables(tree, node)
  if (TYPES.includes(node.name)) return named(tree, typedNode(node), { isType: true, way: 'type' })
  if (node.name === 'ClassDeclaration') return named(tree, node, { kind: 'class', way: 'class' })
  if (node.name === 'EnumDeclaration' || node.name === 'NamespaceDeclaration') {
    return named(tree, node, { way: 'type' })
  }
  // Without a body it only tells a type of the function that follows.
  if (node.name !== 'FunctionDeclaration' || !node.getChild('Block')) return []
  return named(tree, node, { kind: 'function', way: 'function' })
}

/** The names in a pattern, without those of its default values. */
function namesIn(pattern: Node): Node[] {
  if (pattern.name === 'VariableDefinition') return [pattern]
  return PATTERNS.includes(pattern.name) ? childrenOf(pattern).flatMap(namesIn) : []
}

/** `declare` stands around what it declares. */
function typedNode(node: Node): Node {
  if (node.name !== 'AmbientDeclaration') return node
  return childrenOf(node).find(({ name }) => name.endsWith('Declaration')) ?? node
}

function named(tree: Tree, node: Node, how: Pick<Binding, 'kind' | 'way'> & { isType?: boolean }): Binding[] {
  if (node.name === 'VariableDeclaration') {
    return variables(tree, node).map((one) => ({ ...one, ...how, isType: true }))
  }
  const name = node.getChild('VariableDefinition') ?? node.getChild('TypeDefinition')
  return name ? [{ isType: false, ...how, name: nameOf(tree, name), at: name.from }] : []
}

function variables(tree: Tree, node: Node): Binding[] {
  const parts = childrenOf(node)
  const way = parts[0]?.name === 'var' ? 'var' : 'block'
  return parts.flatMap((part, index) => {
    const kind = part.name === 'VariableDefinition' ? kindOf(valueAfter(parts, index)) : undefined
    return namesIn(part).map((name) => ({
      ...{ name: nameOf(tree, name), at: name.from, kind, isType: false, way },
    }))
  })
}

/** What a variable is set to: between it and the next comma. */
function valueAfter(parts: readonly Node[], index: number): Node | undefined {
  const rest = parts.slice(index + 1)
  const end = rest.findIndex(({ name }) => name === ',')
  const own = end < 0 ? rest : rest.slice(0, end)
  const equals = own.findIndex(({ name }) => name === 'Equals')
  return equals < 0 ? undefined : own[equals + 1]
}

function kindOf(value: Node | undefined): Kind | undefined {
  if (!value) return undefined
  if (value.name === 'ArrowFunction' || value.name === 'FunctionExpression') return 'function'
  if (value.name === 'ClassExpression') return 'class'
  return PLAIN.includes(value.name) ? 'other' : undefined
}
