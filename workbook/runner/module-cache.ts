// Where Vite learns of `configureVitest`.
/// <reference types="vitest/config" />

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Vitest } from 'vitest/node'
import { ROOT } from '../curriculum/paths.ts'
import { stamp } from './stamp.ts'

const FOLDER = join(ROOT, '.cuaderno', 'modulos')
const PACKAGES = '/node_modules/'

/** Vitest keeps there what it made of each file, by its text, from one session to the next. */
export const MODULE_CACHE = { fsModuleCache: true, fsModuleCachePath: FOLDER }

/** Leaves the learner's files out of the cache: each save would stay there for ever. */
export function cacheAllBut(files: readonly string[]): Plugin {
  return {
    name: 'cuaderno:given-modules',
    configureVitest({ experimental_defineCacheKeyGenerator: defineKey }) {
      const notCached = false
      defineKey(({ id }) => (files.includes(id) ? notCached : ''))
    },
  }
}

/**
 * Knows which of the files that were loaded changed since the last run. To watch them costs a fifth of
 * the start: Vite would watch every folder of the notebook.
 */
export class LoadedModules {
  readonly #vitest: Vitest
  readonly #stamps = new Map<string, string>()

  constructor(vitest: Vitest) {
    this.#vitest = vitest
  }

  /** Has the changed ones, and those that the caller knows of, loaded anew by the next run. */
  invalidate(changed: readonly string[]): void {
    // True if somebody emptied the folder: what was made has to be made again.
    const lost = mkdirSync(FOLDER, { recursive: true })
    const stale = [...this.#stamps].filter(([file, before]) => lost || stamp(file) !== before)
    for (const file of [...changed, ...stale.map(([name]) => name)]) this.#forget(file)
  }

  /** Remembers how the files of this run were. */
  remember(): void {
    const { fileToModulesMap } = this.#vitest.getRootProject().vite.environments.ssr?.moduleGraph ?? {}
    for (const file of fileToModulesMap?.keys() ?? []) {
      if (!this.#stamps.has(file) && !file.includes(PACKAGES)) this.#stamps.set(file, stamp(file))
    }
  }

  #forget(file: string): void {
    this.#vitest.invalidateFile(file)
    this.#stamps.delete(file)
  }
}
