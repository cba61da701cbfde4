import { join } from 'node:path'
import type { TransformResult } from 'vite'
import { describe, expect, test, vi } from 'vitest'
import { ROOT } from '../curriculum/paths.ts'
import { sharedTransforms } from './shared-transforms.ts'
import { type Variant, variantPath } from './variants.ts'

const SPEC = join(ROOT, 'lessons', '03-expiracion', 'expiracion.test.ts')
const EXERCISE = join(ROOT, 'lessons', '03-expiracion', 'expiracion.ts')
const variant = (id: string, more: Partial<Variant> = {}): Variant => ({
  ...{ id, spec: SPEC, sources: new Map([[EXERCISE, `export const id = '${id}'`]]) },
  ...more,
})
const VARIANTS = [variant('una'), variant('otra'), variant('mía', { condition: 'mio' })]

/** Asks for the file as those variants see it, and gives what they get and how often Vite made it. */
async function transformed(file: string, ids: string[], make = vi.fn()) {
  make.mockImplementation(async (url: string) => ({ code: `import '${url}'`, map: null }))
  const ssr = { transformRequest: make as (url: string) => Promise<TransformResult | null> }
  const { configureServer } = sharedTransforms(VARIANTS)
  ;(configureServer as (server: unknown) => void)({ environments: { ssr } })
  const results = await Promise.all(ids.map((id) => ssr.transformRequest(variantPath(id, file))))
  return { times: make.mock.calls.length, code: results.map((result) => result?.code) }
}

describe('sharedTransforms', () => {
  test('transforms once what two variants have in common, and each imports its own', async () => {
    const { times, code } = await transformed(SPEC, ['una', 'otra'])
    expect(times).toBe(1)
    expect(code).toEqual(['una', 'otra'].map((id) => `import '${variantPath(id, SPEC)}'`))
  })

  test.each([
    ['what a variant replaces', EXERCISE, ['una', 'otra']],
    ['what another condition sees otherwise', SPEC, ['una', 'mía']],
  ])('transforms each time %s', async (_what, file, ids) => {
    const { times, code } = await transformed(file, ids)
    expect(times).toBe(2)
    expect(code).toEqual(ids.map((id) => `import '${variantPath(id, file)}'`))
  })
})
