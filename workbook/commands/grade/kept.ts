// Results that are kept, so that a grading that was interrupted goes on and one that is repeated runs only what
// changed. In the notebook and not beside the submissions, where somebody could hand one in.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'
import { writeWhole } from '../../learner/write-whole.ts'
import type { Ran } from './sandbox.ts'

const FOLDER = join(ROOT, '.cuaderno', 'califica')

/** What a result is kept by: all that it depends on. */
export function resultKey(fingerprint: string, submission: Uint8Array): string {
  return createHash('sha256').update(fingerprint).update(submission).digest('hex')
}

/** The result that is kept by a key, if there is one that can be read. */
export function keptResult(key: string): Ran | undefined {
  const file = join(FOLDER, `${key}.json`)
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  } catch {
    return undefined
  }
}

/** Keeps a result, unless it says that nobody knows: that may be otherwise the next time. */
export function keepResult(key: string, result: Ran): void {
  if (result.problems.some(({ kind }) => kind === 'not-run')) return
  try {
    writeWhole(join(FOLDER, `${key}.json`), JSON.stringify(result), { flush: false })
  } catch {
    // It is kept only to go faster.
  }
}
