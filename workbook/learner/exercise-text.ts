import { existsSync, readFileSync } from 'node:fs'

/** What a file of the learner says; nothing if it is gone. */
export function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
