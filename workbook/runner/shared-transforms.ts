import type { Plugin, TransformResult } from 'vite'
import { fromVariantPath, type Variant, variantFolder } from './variants.ts'

/** What Vite makes of a file for the first variant that asked for it. */
interface First {
  id: string
  made: Promise<TransformResult | null>
}

/**
 * Vite plugin: what many variants have in common, as the specification of a lesson, is transformed once for all of
 * them. Only where its imports are found differs, as each variant has an imaginary folder of its own.
 */
export function sharedTransforms(variants: readonly Variant[]): Plugin {
  const byId = new Map(variants.map((variant) => [variant.id, variant]))
  const firsts = new Map<string, First>()
  return {
    name: 'cuaderno:shared-transforms',
    configureServer({ environments: { ssr } }) {
      const transform = ssr.transformRequest.bind(ssr)
      ssr.transformRequest = async (url, ...rest) => {
        const { id, file } = fromVariantPath(url) ?? {}
        const variant = byId.get(id ?? '')
        if (!file || !variant || variant.sources.has(file)) return transform(url, ...rest)
        const key = JSON.stringify([file, alikeness(variant)])
        const first = firsts.get(key) ?? { id: variant.id, made: transform(url, ...rest) }
        firsts.set(key, first)
        const result = await first.made
        return result && moved(result, first.id, variant.id)
      }
    },
  }
}

/** What the text of a file and the paths of its imports depend on. */
function alikeness({ spec, sources, condition, stopAtFirstRed }: Variant): unknown[] {
  return [spec, [...sources.keys()], condition, stopAtFirstRed]
}

function moved(result: TransformResult, from: string, to: string): TransformResult {
  return { ...result, code: result.code.replaceAll(variantFolder(from), variantFolder(to)) }
}
