import { relative, sep } from 'node:path'

/** What npm rewrites by itself. */
export const LOCKFILE = 'package-lock.json'

/** How git calls a file of the project. */
export function pathIn(root: string, file: string): string {
  return relative(root, file).replaceAll(sep, '/')
}
