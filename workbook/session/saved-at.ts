import { statSync } from 'node:fs'

/**
 * When a file was saved, in whole milliseconds, as `Date.now()` counts them: with the fraction that a disk keeps, what
 * was saved before a moment would seem saved after it. `undefined` if it is not there.
 */
export function savedAt(file: string): number | undefined {
  const saved = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return saved === undefined ? undefined : Math.floor(saved)
}
