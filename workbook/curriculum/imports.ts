import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { ROOT } from './paths.ts'

/**
 * The conditions of package.json under which the lessons may run. `primera`: the learner's first module in the
 * app of the second lesson, which is the first that asks for a token.
 */
export type Condition = 'mio' | 'primera' | 'solucion'

type Target = string | Record<string, string>

const { imports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  imports: Record<string, Target>
}

/**
 * The absolute path of an import of ours as package.json and the condition say, whether the file
 * exists or not; nothing for packages.
 */
export function resolveOwnImport(source: string, from: string, condition?: Condition): string | undefined {
  if (source.startsWith('.')) return join(dirname(from), source)
  const found = Object.entries(imports).find(([pattern]) => source.startsWith(prefixOf(pattern)))
  if (!found) return undefined
  const [pattern, target] = found
  const chosen = typeof target === 'string' ? target : (condition && target[condition]) || target.default
  return join(ROOT, chosen?.replace('*', source.slice(prefixOf(pattern).length)) ?? '')
}

function prefixOf(pattern: string): string {
  return pattern.slice(0, pattern.indexOf('*'))
}
