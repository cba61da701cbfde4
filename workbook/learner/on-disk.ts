import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'

/** The bytes of a file, if it is there. */
export function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined
}

/** The names of what is in a folder: none if it is not there or is no folder. */
export function namesIn(path: string): string[] {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path) : []
}
