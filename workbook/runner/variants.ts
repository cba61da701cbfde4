import { readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import type { Plugin } from 'vite'
import { type Condition, resolveOwnImport } from '../curriculum/imports.ts'
import { ROOT } from '../curriculum/paths.ts'

/** A specification to run with other text in place of some files, which stay untouched on disk. */
export interface Variant {
  id: string
  /** Absolute path of the specification. */
  spec: string
  /** Text to use, by the absolute path of the file that it stands in for. */
  sources: ReadonlyMap<string, string>
}

// Each variant sees a copy of the project under its own imaginary folder, and so its own module graph.
const BASE = `${ROOT}.variantes/`

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

/** Vite plugin that resolves and loads the imaginary files of the variants. */
export function variantsPlugin(variants: readonly Variant[], condition?: Condition): Plugin {
  const byId = new Map(variants.map((variant) => [variant.id, variant]))
  return {
    name: 'cuaderno:variants',
    enforce: 'pre',
    resolveId(source, importer) {
      const entry = fromVariantPath(source)
      if (entry) return variantPath(entry.id, entry.file)
      const from = importer && fromVariantPath(importer)
      if (!from) return
      const own = resolveOwnImport(source, from.file, condition)
      if (own) return variantPath(from.id, own)
      return this.resolve(source, from.file, { skipSelf: true })
    },
    load(id) {
      const found = fromVariantPath(id)
      if (found) return byId.get(found.id)?.sources.get(found.file) ?? readFileSync(found.file, 'utf8')
    },
  }
}
