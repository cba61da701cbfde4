import { existsSync, readFileSync, renameSync } from 'node:fs'
import { whileBusy } from './write-whole.ts'

/**
 * What `parse` understands of a file that we keep, or `nothing` if there is none. One that it cannot understand,
 * for which it throws, is kept aside, and what it held starts anew. Throws if there is one that cannot be read:
 * to start anew would lose it.
 */
export function readKept<T>(file: string, parse: (text: string) => T, nothing: T): T {
  if (!existsSync(file)) return nothing
  const text = whileBusy(() => readFileSync(file, 'utf8'))
  try {
    return parse(text)
  } catch {
    whileBusy(() => renameSync(file, `${file}.roto-${Date.now()}`))
    return nothing
  }
}

/** Whether a value is an object with names, as all that we keep is. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A number above nothing, or nothing. */
export function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0
}
