import type { Condition } from '../curriculum/imports.ts'
import type { OwnImports } from './protocol.ts'

/**
 * The path in the project of a module of ours, as an import, package.json and the condition say, whether there
 * is one or not; nothing for packages.
 */
export function pathOfImport(
  name: string,
  from: string,
  imports: OwnImports,
  condition?: Condition,
): string | undefined {
  if (/^\.{0,2}\//.test(name)) return new URL(name, `file:///${from}`).pathname.slice(1)
  for (const [pattern, target] of Object.entries(imports)) {
    const prefix = pattern.replace('*', '')
    if (!name.startsWith(prefix)) continue
    const chosen = typeof target === 'string' ? target : ((condition && target[condition]) ?? target.default)
    return chosen?.replace('*', name.slice(prefix.length)).replace(/^\//, '')
  }
  return undefined
}
