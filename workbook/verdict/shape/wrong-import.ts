import { TEXTS } from '../explain/texts.ts'
import { type Finding, lineAt } from '../finding.ts'
import { exportedValues, type Import, type Module, readModule } from './module.ts'
import { nodesOf, textOf } from './tree.ts'

/** What can be imported of a package by name. */
export interface PackageNames {
  /** With `default`, if it has one. */
  names: readonly string[]
  /** What is only to be had through its default. */
  inside?: readonly string[]
}

/** What can be imported, on the side where the learner's file runs. */
export interface Surroundings {
  /** The path of a module of ours as an import names it, whether it exists or not; nothing for packages. */
  pathOf(name: string): string | undefined
  /** The text of one of our files, if it is there. */
  textAt(path: string): string | undefined
  /** Whether there is such a package or module of Node; `absent`: in the terminal, but not where the tests run. */
  has(name: string): boolean | 'absent'
  /** What can be imported of a package by name; nothing if that is not known. */
  namesOf(name: string): Promise<PackageNames | undefined>
  /** How to get the exercise back. */
  restart: string
  /** The lesson's own files that the exercise must not import. */
  app: string
  spec: string
}

/** The sentence that an import deserves; `at` is the position of the name that is to blame. */
interface Complaint {
  sentence: string
  at?: number
}

const TESTING = ['vitest', 'supertest']

/**
 * An import that Node would refuse, although the tests might run with it: Vite completes extensions, Vite and
 * sucrase give `undefined` for a name that a module does not export, and take CommonJS apart.
 */
export async function wrongImport(mine: Module, around: Surroundings): Promise<Finding | undefined> {
  const { imports, source } = mine
  for (const found of imports) {
    const complaint = found.isType ? undefined : await complainAbout(found, mine, around)
    if (complaint) return { sentence: complaint.sentence, line: lineAt(source, complaint.at ?? found.at) }
  }
  return undefined
}

async function complainAbout(
  found: Import,
  mine: Module,
  around: Surroundings,
): Promise<Complaint | undefined> {
  const { from } = found
  if (TESTING.includes(from)) return { sentence: TEXTS.importsTests(from) }
  const path = around.pathOf(from)
  if (path) return complainAboutFile(found, path, around)
  return around.has(from) === true
    ? complainAboutPackage(found, mine, around)
    : complainAboutNothing(from, around)
}

function complainAboutNothing(from: string, around: Surroundings): Complaint {
  return { sentence: around.has(from) === 'absent' ? TEXTS.absent(from) : TEXTS.unresolved(from) }
}

function complainAboutFile(found: Import, path: string, around: Surroundings): Complaint | undefined {
  const { from } = found
  if (path === around.spec) return { sentence: TEXTS.importsTests(from) }
  if (path === around.app) return { sentence: TEXTS.importsUser(from) }
  if (around.textAt(`${path}.ts`) !== undefined) return { sentence: TEXTS.noExtension(from) }
  const text = around.textAt(path)
  if (text === undefined) return complainAboutNothing(from, around)
  const target = readModule(text)
  if (target.stars.length || target.stop !== undefined) return undefined
  const missing = missingName(found, exportedValues(target))
  if (!missing) return undefined
  const isType = target.exports.some(({ name }) => name === missing.name)
  return isType ? { ...missing, sentence: TEXTS.typeImport(missing.name, from) } : missing
}

/** A default and a namespace can be had of every one: CommonJS is imported by default, and so may Node's own be. */
async function complainAboutPackage(
  found: Import,
  mine: Module,
  around: Surroundings,
): Promise<Complaint | undefined> {
  const known = found.names.length ? await around.namesOf(found.from) : undefined
  if (!known) return undefined
  const { names = [], inside = [] } = known
  const local = found.from === 'jsonwebtoken' ? 'jwt' : found.from
  const listed = found.names.filter(({ name, isType }) => !isType && name !== 'default' && name !== '*')
  const missing = missingName({ ...found, names: listed }, names)
  if (missing?.name === local && names.includes('default'))
    return { ...missing, sentence: TEXTS.byDefault(local, found.from) }
  if (missing && inside.includes(missing.name))
    return { ...missing, sentence: TEXTS.viaDefault(missing.name, found.from, local) }
  return missing ?? complainAboutNamespace(found, mine, inside)
}

/** `import * as jwt` and `jwt.sign`: Node puts into the namespace of CommonJS only what it sees without running it. */
function complainAboutNamespace(
  { names, from }: Import,
  mine: Module,
  inside: readonly string[],
): Complaint | undefined {
  const space = names.find(({ name, isType }) => name === '*' && !isType)
  if (!space?.local) return undefined
  const { local, at } = space
  const used = nodesOf(mine.root, ['MemberExpression']).map((node) => textOf(mine, node))
  const isLost = inside.some((name) => used.includes(`${local}.${name}`))
  return isLost ? { sentence: TEXTS.namespace(local, from), at } : undefined
}

function missingName(
  { from, names }: Import,
  exported: readonly string[],
): (Complaint & { name: string }) | undefined {
  const missing = names.find(({ name, isType }) => !isType && name !== '*' && !exported.includes(name))
  if (!missing) return undefined
  const { name, at } = missing
  return { sentence: name === 'default' ? TEXTS.noDefault(from) : TEXTS.noSuchName(name, from), at, name }
}
