import { existsSync, readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { basename, join } from 'node:path'
import { type ParseResult, parseSync } from 'vite'
import { resolveOwnImport } from '../curriculum/imports.ts'
import type { Lesson } from '../curriculum/lesson.ts'
import { ROOT } from '../curriculum/paths.ts'
import { TEXTS } from '../verdict/explain/texts.ts'
import { type Finding, lineAt } from '../verdict/finding.ts'
import { exportedNames } from './exports.ts'

type Import = ParseResult['module']['staticImports'][number]

/** The sentence that an import deserves; `at` is the position of the name that is to blame. */
interface Complaint {
  sentence: string
  at?: number
}

const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}
const TESTING = ['vitest', 'supertest']

/**
 * An import that Node would refuse, although the tests might run with it: Vite completes extensions,
 * gives `undefined` for a name that a module does not export, and takes CommonJS apart.
 */
export async function wrongImport(
  { module }: ParseResult,
  source: string,
  lesson: Lesson,
): Promise<Finding | undefined> {
  for (const found of module.staticImports) {
    const erased = found.entries.length > 0 && found.entries.every(({ isType }) => isType)
    const complaint = erased ? undefined : await complainAbout(found, lesson)
    if (complaint) {
      return { sentence: complaint.sentence, line: lineAt(source, complaint.at ?? found.start) }
    }
  }
  return undefined
}

async function complainAbout(found: Import, lesson: Lesson): Promise<Complaint | undefined> {
  const name = found.moduleRequest.value
  if (TESTING.includes(name)) return { sentence: TEXTS.importsTests(name) }
  const path = resolveOwnImport(name, lesson.exercise)
  if (path) return complainAboutFile(found, path, lesson)
  if (isBuiltin(name)) return missingName(found, Object.keys(process.getBuiltinModule(name) ?? {}))
  if (!isInstalled(name, lesson.exercise)) return { sentence: TEXTS.unresolved(name) }
  return name in dependencies ? complainAboutPackage(found, name) : undefined
}

function complainAboutFile(found: Import, path: string, lesson: Lesson): Complaint | undefined {
  const name = found.moduleRequest.value
  if (path === lesson.spec) return { sentence: TEXTS.importsTests(name) }
  if (path === join(lesson.folder, 'app.ts')) return { sentence: TEXTS.importsUser(name) }
  if (existsSync(`${path}.ts`)) return { sentence: TEXTS.noExtension(name) }
  if (!existsSync(path)) return { sentence: TEXTS.unresolved(name) }
  const target = parseSync(basename(path), readFileSync(path, 'utf8'))
  const exports = target.module.staticExports.flatMap(({ entries }) => entries)
  if (exports.some(({ importName }) => importName.kind === 'AllButDefault')) return undefined
  const hasDefault = exports.some(({ exportName }) => exportName.kind === 'Default')
  const complaint = missingName(found, [...exportedNames(target), ...(hasDefault ? ['default'] : [])])
  const type = exports.find(({ exportName }) => exportName.name && exportName.name === complaint?.name)
  return type ? { ...complaint, sentence: TEXTS.typeImport(type.exportName.name ?? '', name) } : complaint
}

/** What Node takes out of a package is known only by loading it, as the server will. */
async function complainAboutPackage(found: Import, name: string): Promise<Complaint | undefined> {
  if (!found.entries.some(({ importName, isType }) => importName.kind === 'Name' && !isType)) return undefined
  const exports: Record<string, unknown> = await import(name)
  const complaint = missingName(found, Object.keys(exports))
  const wanted = complaint?.name ?? ''
  if (!complaint || !(wanted in Object(exports.default))) return complaint
  const local = name === 'jsonwebtoken' ? 'jwt' : name
  return { ...complaint, sentence: TEXTS.viaDefault(wanted, name, local) }
}

function missingName(found: Import, exports: readonly string[]): (Complaint & { name?: string }) | undefined {
  const from = found.moduleRequest.value
  for (const { importName, isType } of found.entries) {
    if (isType || importName.kind === 'NamespaceObject') continue
    const name = importName.kind === 'Default' ? 'default' : (importName.name ?? '')
    if (exports.includes(name)) continue
    const at = importName.start ?? undefined
    if (name === 'default') return { sentence: TEXTS.noDefault(from), at }
    return { sentence: TEXTS.noSuchName(name, from), at, name }
  }
  return undefined
}

function isInstalled(name: string, from: string): boolean {
  const own = name.split('/', name.startsWith('@') ? 2 : 1).join('/')
  const folders = createRequire(from).resolve.paths(name) ?? []
  return folders.some((folder) => existsSync(join(folder, own)))
}
