import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { type Condition, resolveOwnImport } from '../curriculum/imports.ts'
import { ROOT } from '../curriculum/paths.ts'
import { importsOf } from '../verdict/project/rewrite.ts'

/** A specification to run with other text in place of some files, which stay untouched on disk. */
export interface Variant {
  id: string
  /** Absolute path of the specification. */
  spec: string
  /** Text to use, by the absolute path of the file that it stands in for. */
  sources: ReadonlyMap<string, string>
  /** The package.json import condition that it runs under. */
  condition?: Condition
  /** It ends with its first red test. */
  stopAtFirstRed?: boolean
}

const STOP_AT_FIRST_RED = fileURLToPath(new URL('./stop-at-first-red.ts', import.meta.url)).replaceAll(
  '\\',
  '/',
)

// Each variant sees what depends on its texts under its own imaginary folder.
const FOLDER = '/.variantes/'
const BASE = join(ROOT, FOLDER)

/** What all imaginary paths of a variant have in them, whole or relative to the root, and those of no other. */
export function variantFolder(id: string): string {
  return `${FOLDER}${id}/`
}

/** The imaginary path of a file as this variant sees it. */
export function variantPath(id: string, file: string): string {
  return join(BASE, id, file.slice(ROOT.length))
}

/** The variant's id and the real path of an imaginary file, which Vite may give relative to the root. */
export function fromVariantPath(path: string): { id: string; file: string } | undefined {
  const whole = path.replaceAll('\\', '/').replace(/^\/\.variantes\//, BASE)
  if (!whole.startsWith(BASE)) return undefined
  const [id = '', ...rest] = whole.slice(BASE.length).split('/')
  return { id, file: join(ROOT, ...rest) }
}

/**
 * Vite plugin that resolves and loads the imaginary files of the variants. What depends on no text of theirs has
 * its real path, so that Vite transforms it once for all of them; each specification evaluates it anew.
 */
export function variantsPlugin(variants: readonly Variant[]): Plugin {
  const byId = new Map(variants.map((variant) => [variant.id, variant]))
  const dependences = new Map<Condition | undefined, Dependence>()
  const depends = (file: string, { condition, sources }: Variant) => {
    const known = dependences.get(condition) ?? dependence(condition)
    dependences.set(condition, known)
    return known(file, sources)
  }
  return {
    name: 'cuaderno:variants',
    enforce: 'pre',
    resolveId(source, importer) {
      const entry = fromVariantPath(source)
      if (entry) return variantPath(entry.id, entry.file)
      const from = importer && fromVariantPath(importer)
      const file = from ? from.file : importer
      if (!file || !isOurs(file)) return
      const variant = from ? byId.get(from.id) : undefined
      const own = resolveOwnImport(source, file, variant?.condition)
      if (own) return variant && depends(own, variant) ? variantPath(variant.id, own) : own
      if (from) return this.resolve(source, file, { skipSelf: true })
    },
    load(id) {
      const { id: name = '', file } = fromVariantPath(id) ?? {}
      if (!file) return
      const { sources, spec, stopAtFirstRed } = byId.get(name) ?? {}
      const source = sources?.get(file) ?? readFileSync(file, 'utf8')
      // At the end, where it moves no line.
      return stopAtFirstRed && file === spec ? `${source}\nimport '${STOP_AT_FIRST_RED}'\n` : source
    },
  }
}

function isOurs(file: string): boolean {
  return file.startsWith(ROOT) && !file.includes('/node_modules/')
}

type Dependence = (file: string, sources: Variant['sources']) => boolean

/**
 * Tells whether a file, or something that it imports, is one of those that a variant replaces, or imports
 * something else under the variant's condition.
 */
function dependence(condition?: Condition): Dependence {
  const imported = new Map<string, { files: string[]; differs: boolean }>()
  const importedBy = (file: string) => {
    const known = imported.get(file)
    if (known) return known
    const names = existsSync(file) ? importsOf(readFileSync(file, 'utf8')).map(({ name }) => name) : []
    const files = names.flatMap((name) => resolveOwnImport(name, file, condition) ?? [])
    const differs = names.some(
      (name) => resolveOwnImport(name, file, condition) !== resolveOwnImport(name, file),
    )
    imported.set(file, { files, differs })
    return { files, differs }
  }
  return (file, sources) => {
    const seen = new Set<string>()
    const depends = (file: string): boolean => {
      if (sources.has(file)) return true
      if (seen.has(file)) return false
      seen.add(file)
      const { files, differs } = importedBy(file)
      return differs || files.some(depends)
    }
    return depends(file)
  }
}
