import { type Finding, lineAt } from '../finding.ts'
import { distance } from '../shape/distance.ts'
import { readModule } from '../shape/module.ts'
import { childrenOf, type Node, nodesOf, parse, type Tree, textOf } from '../shape/tree.ts'
import { explainForbidden, explainProgramError } from './slips.ts'
import { TEXTS } from './texts.ts'

// As V8 says them, wherever it was written down. What Firefox says in other words arrives as it does.
const UNDECLARED = /(?:^|[^\w$.])(?<name>[\w$]+) is not defined/
const NO_FUNCTION = /(?:^|[^\w$.)])(?<name>[\w$]+(?:\.[\w$]+)*) (?<isNot>is not a (?:function|constructor))/
const READS = /Cannot read properties of undefined \(reading '/
const EARLY = /Cannot access '(?<name>[\w$]+)' before initialization/
const ENDLESS = /Maximum call stack size exceeded|too much recursion/
/** What Node and the tests give to every module, besides what any JavaScript has. */
const GIVEN = ['Buffer', 'process', 'global', 'arguments', 'require', 'module', 'exports', 'setImmediate']
/** How the runner calls what is imported without braces: the name that the file gives it is lost. */
const DEFAULT = 'default.'
/** What a line that begins with a template, a bracket or a parenthesis makes of it and the line above. */
const GLUED = ['TaggedTemplateExpression', 'CallExpression', 'MemberExpression']
const NOT_VALUES = ['ImportGroup', 'ExportGroup', 'TypeofType']

/**
 * An error that nobody writes on purpose, if any of these texts tells it of a name in the learner's text: it
 * explains a red test better than what the test expected.
 */
export function ownFault(said: readonly (string | undefined)[], source: string): Finding | undefined {
  const text = said.filter(Boolean).join('\n')
  const name = UNDECLARED.exec(text)?.groups?.name
  if (name) {
    const found = undeclared(source).find((each) => each.name === name)
    return found ? finding(found, source) : importedAsType(name, source)
  }
  const { name: call, isNot = '' } = NO_FUNCTION.exec(text)?.groups ?? {}
  if (call) return notAFunction(call, isNot, source)
  const field = READS.test(text) && privateField(source)
  if (field) return field
  const early = EARLY.exec(text)?.groups?.name
  const glued = early && gluedTo(early, source)
  if (glued) return glued
  const endless = ENDLESS.exec(text)?.[0]
  return endless ? { sentence: explainForbidden(endless) ?? endless } : undefined
}

/** A name that a function uses and nothing declares: a `catch` may have kept to itself what came of it. */
export function undeclaredIn(source: string, task: string): Finding | undefined {
  const found = undeclared(source).find(({ within }) => within.includes(task))
  return found && finding(found, source)
}

interface Undeclared {
  name: string
  at: number
  /** The functions, methods and classes around it, by their names. */
  within: string[]
  declared: ReadonlySet<string>
}

/** Only what is declared nowhere in the file, whatever its scope: nothing right is ever among it. */
function undeclared(source: string): Undeclared[] {
  const tree = parse(source)
  if (tree.stop !== undefined) return []
  const declared = new Set(
    nodesOf(tree.root, ['VariableDefinition', 'TypeDefinition']).map((node) => textOf(tree, node)),
  )
  return nodesOf(tree.root, ['VariableName', 'PropertyDefinition']).flatMap((node) => {
    const name = textOf(tree, node)
    const isUse =
      node.name === 'VariableName' ? !NOT_VALUES.includes(node.parent?.name ?? '') : isShorthand(node)
    if (!isUse || declared.has(name) || GIVEN.includes(name) || name in globalThis) return []
    const within = around(node).map((each) => textOf(tree, each))
    return [{ name, at: node.from, within, declared }]
  })
}

/** `{ nombre }`, which uses what it names. */
function isShorthand({ parent, nextSibling }: Node): boolean {
  return parent?.name === 'Property' && !nextSibling
}

/** The names of the declarations around a node. */
function around(node: Node): Node[] {
  const names: Node[] = []
  for (let up = node.parent; up; up = up.parent) {
    const name = up.getChild('VariableDefinition') ?? up.getChild('PropertyDefinition')
    if (name && /Declaration$/.test(up.name)) names.push(name)
  }
  return names
}

function finding({ name, at, declared }: Undeclared, source: string): Finding {
  return { sentence: sentenceOf(name, declared, source), line: lineAt(source, at) }
}

function sentenceOf(name: string, declared: ReadonlySet<string>, source: string): string {
  if (privateNames(parse(source)).includes(`#${name}`)) return TEXTS.privateField(name)
  const near = nearest(name, [...declared])
  return near ? TEXTS.undeclared(name, near) : (explainProgramError(`${name} is not defined`) ?? name)
}

/** A name that the file imports with `import type`: nothing of it is left when it runs. */
function importedAsType(name: string, source: string): Finding | undefined {
  const { imports } = readModule(source)
  const found = imports.find(({ isType, names }) =>
    names.some((each) => each.local === name && (isType || each.isType)),
  )
  return found && { sentence: TEXTS.importedAsType(name), line: lineAt(source, found.at) }
}

/** The first `this.name` of a class that only has `#name`. */
function privateField(source: string): Finding | undefined {
  const tree = parse(source)
  const fields = privateNames(tree)
  const open = nodesOf(tree.root, ['PropertyDefinition']).map((node) => textOf(tree, node))
  for (const node of nodesOf(tree.root, ['MemberExpression'])) {
    const [, name = ''] = /^this\.([\w$]+)$/.exec(textOf(tree, node)) ?? []
    const isIt = fields.includes(`#${name}`) && !open.includes(name)
    if (isIt) return { sentence: TEXTS.privateField(name), line: lineAt(source, node.from) }
  }
  return undefined
}

function privateNames(tree: Tree): string[] {
  return nodesOf(tree.root, ['PrivatePropertyDefinition']).map((node) => textOf(tree, node))
}

/** Nothing if the name is not the learner's: what a test calls is for the test to tell. */
function notAFunction(said: string, isNot: string, source: string): Finding | undefined {
  const tree = parse(source)
  const isIt = (text: string) =>
    said.startsWith(DEFAULT) ? text.endsWith(said.slice(DEFAULT.length - 1)) : text === said
  const called = isNot.endsWith('function') ? 'CallExpression' : 'NewExpression'
  const calls = nodesOf(tree.root, [called]).flatMap((node) => {
    const callee = childrenOf(node).find(({ name }) => name !== 'new')
    const name = callee ? textOf(tree, callee) : ''
    return isIt(name) ? [{ name, from: node.from }] : []
  })
  const [call, another] = calls
  const sentence = call && explainProgramError(`${call.name} ${isNot}`)
  return sentence ? { sentence, line: another ? undefined : lineAt(source, call.from) } : undefined
}

/** A line that became part of the declaration above, whose name it uses: nothing between them says that it ended. */
function gluedTo(name: string, source: string): Finding | undefined {
  const tree = parse(source)
  const isName = (node: Node) => textOf(tree, node) === name
  const [use] = nodesOf(tree.root, ['TemplateString', 'ArgList', '['])
    .filter((node) => GLUED.includes(node.parent?.name ?? '') && beginsItsLine(node, source))
    .flatMap(({ from, parent }) => {
      const uses = nodesOf(parent!, ['VariableName']).filter((node) => node.from >= from && isName(node))
      return declaredAround(parent!).some(isName) ? uses : []
    })
  return use && { sentence: TEXTS.glued(name), line: lineAt(source, use.from) }
}

/** Nobody parts a call, an index or a tag from what it belongs to by a line. */
function beginsItsLine({ from, prevSibling }: Node, source: string): boolean {
  return !!prevSibling && lineAt(source, prevSibling.to) < lineAt(source, from)
}

/** What the nearest declaration around a node declares. */
function declaredAround(node: Node): Node[] {
  let up: Node | null = node
  while (up && up.name !== 'VariableDeclaration') up = up.parent
  return up?.getChildren('VariableDefinition') ?? []
}

/**
 * The name that was probably meant: one that differs in a letter, or in two if it is long. Two more letters at the end
 * make another word (`clave`, `claveDe`).
 */
function nearest(name: string, names: readonly string[]): string | undefined {
  const allowed = name.length > 5 ? 2 : 1
  const [best] = names
    .map((other) => ({ other, far: distance(name, other) }))
    .filter(
      ({ other, far }) => far <= allowed && (far < 2 || !(other.startsWith(name) || name.startsWith(other))),
    )
    .sort((a, b) => a.far - b.far || caseOf(name, a.other) - caseOf(name, b.other))
  return best?.other
}

/** Whether two names begin in different cases, as those of a type and of a value do. */
function caseOf(one: string, other: string): number {
  const isUpper = (name: string) => /^\p{Lu}/u.test(name)
  return Number(isUpper(one) !== isUpper(other))
}
