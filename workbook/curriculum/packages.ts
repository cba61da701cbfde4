import { existsSync, readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { join } from 'node:path'
import { ROOT } from './paths.ts'

const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}

/** The packages that the lessons may count on. */
export const DEPENDENCIES: readonly string[] = Object.keys(dependencies)

/** Whether a package or a module of Node can be imported from a file. */
export function isInstalled(name: string, from: string): boolean {
  if (isBuiltin(name)) return true
  const own = name.split('/', name.startsWith('@') ? 2 : 1).join('/')
  const folders = createRequire(from).resolve.paths(name) ?? []
  return folders.some((folder) => existsSync(join(folder, own)))
}

/**
 * What a module of Node or one of our dependencies exports, with `default` if it has one, and what is only
 * `inside` of its default. Of other packages, nobody asks.
 */
export async function namesOfPackage(
  name: string,
): Promise<{ names: string[]; inside?: string[] } | undefined> {
  if (isBuiltin(name)) return { names: ['default', ...Object.keys(process.getBuiltinModule(name) ?? {})] }
  if (!DEPENDENCIES.includes(name)) return undefined
  // What Node takes out of a package is known only by loading it, as the server will.
  const exports: Record<string, unknown> = await import(name)
  const names = Object.keys(exports)
  return { names, inside: Object.keys(Object(exports.default)).filter((one) => !names.includes(one)) }
}
