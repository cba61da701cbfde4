import { TEXTS } from '../explain/texts.ts'
import { type Finding, lineAt } from '../finding.ts'
import { exportedValues, type Import, type Module, readModule } from './module.ts'

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
export async function wrongImport(
  { imports, source }: Module,
  around: Surroundings,
): Promise<Finding | undefined> {
  for (const found of imports) {
    const complaint = found.isType ? undefined : await complainAbout(found, around)
    if (complaint) return { sentence: complaint.sentence, line: lineAt(source, complaint.at ?? found.at) }
  }
  return undefined
}

async function complainAbout(found: Import, around: Surroundings): Promise<Complaint | undefined> {
  const { from } = found
  if (TESTING.includes(from)) return { sentence: TEXTS.importsTests(from) }
  const path = around.pathOf(from)
  if (path) return complainAboutFile(found, path, around)
  return around.has(from) === true ? complainAboutPackage(found, around) : complainAboutNothing(from, around)
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
async function complainAboutPackage(found: Import, around: Surroundings): Promise<Complaint | undefined> {
  const names = found.names.filter(({ name, isType }) => !isType && name !== 'default' && name !== '*')
  const known = names.length ? await around.namesOf(found.from) : undefined
  const missing = known && missingName({ ...found, names }, known.names)
  if (!missing || !known?.inside?.includes(missing.name)) return missing
  const local = found.from === 'jsonwebtoken' ? 'jwt' : found.from
  return { ...missing, sentence: TEXTS.viaDefault(missing.name, found.from, local) }
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
