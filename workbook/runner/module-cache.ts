// Where Vite learns of `configureVitest`.
/// <reference types="vitest/config" />

import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Vitest } from 'vitest/node'
import { ROOT } from '../curriculum/paths.ts'
import { stamp } from './stamp.ts'

const FOLDER = join(ROOT, '.cuaderno', 'modulos')
const PACKAGES = '/node_modules/'

/** What is kept only to go faster takes a few megabytes, in bytes. */
const ROOM = 32 * 1024 * 1024

/**
 * Vitest keeps there what it made of each file, by its text, from one session to the next; nothing where
 * there is no room or no permission: it would fail in the middle of a run.
 */
export function moduleCache(): { fsModuleCache: boolean; fsModuleCachePath: string } {
  return { fsModuleCache: canKeep(FOLDER), fsModuleCachePath: FOLDER }
}

/** Whether Vitest can hand modules on through files: where it cannot, it sends them. */
export function canUseFiles(): boolean {
  return canKeep(tmpdir())
}

function canKeep(folder: string): boolean {
  const probe = join(folder, `.cuaderno-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > ROOM
  } catch {
    return false
  }
}

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
  readonly #cached: boolean
  readonly #stamps = new Map<string, string>()

  /** `cached`: what is made of them is kept in the folder. */
  constructor(vitest: Vitest, cached: boolean) {
    this.#vitest = vitest
    this.#cached = cached
  }

  /** Has the changed ones, and those that the caller knows of, loaded anew by the next run. */
  invalidate(changed: readonly string[]): void {
    // True if somebody emptied the folder: what was made has to be made again.
    const lost = this.#cached && mkdirSync(FOLDER, { recursive: true })
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
