import { fileURLToPath } from 'node:url'
import { createVitest } from 'vitest/node'
import { ROOT } from '../curriculum/paths.ts'
import type { TestResult } from '../verdict/model.ts'
import { collectTests } from './collect.ts'
import { sharedTransforms } from './shared-transforms.ts'
import { fromVariantPath, type Variant, variantPath, variantsPlugin } from './variants.ts'

/** A variant's tests; `broken` says why there are none (it did not load, a worker died). */
export interface VariantResult {
  tests: TestResult[]
  broken?: string
}

/** What variants gave, by their ids. */
export type VariantResults = ReadonlyMap<string, VariantResult>

export interface VariantOptions {
  /** Milliseconds that a test may take. */
  testTimeout?: number
}

/** Many at once on a machine with other things to do may need long; only an endless wait needs this. */
const TEST_TIMEOUT_MS = 20_000
const FRESH_MODULES = fileURLToPath(new URL('./fresh-modules.ts', import.meta.url))
const PRELOADED = ['--import', new URL('./quick-scrypt.mjs', import.meta.url).href]

/** Runs every variant in a fresh module graph of its own and gives its results by the variant's id. */
export async function runVariants(
  variants: readonly Variant[],
  { testTimeout = TEST_TIMEOUT_MS }: VariantOptions = {},
): Promise<VariantResults> {
  const vitest = await createVitest(
    'test',
    {
      root: ROOT,
      config: false,
      watch: false,
      reporters: [{}],
      include: [],
      // Packages are loaded once per worker; modules of the project, afresh for each variant.
      isolate: false,
      // To a thread the text of a module is handed over; for a process each is written to the disk first.
      pool: 'threads',
      execArgv: PRELOADED,
      maxWorkers: 2,
      testTimeout,
      setupFiles: [FRESH_MODULES],
      env: { NODE_ENV: 'test' },
      onConsoleLog: () => false,
    },
    {
      logLevel: 'silent',
      plugins: [variantsPlugin(variants), sharedTransforms(variants)],
    },
  )
  try {
    const project = vitest.getRootProject()
    const specs = variants.map(({ id, spec }) => project.createSpecification(variantPath(id, spec)))
    const { testModules } = await vitest.runTestSpecifications(specs)
    return new Map(
      testModules.map((module) => {
        const { id = '', file = '' } = fromVariantPath(module.moduleId) ?? {}
        const exercise = file.replace(/\.test\.ts$/, '.ts')
        return [id, { tests: collectTests(module, exercise), broken: module.errors()[0]?.message }]
      }),
    )
  } finally {
    await vitest.close()
  }
}
