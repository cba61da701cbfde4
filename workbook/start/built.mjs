// Plain JavaScript, so that it runs before anything can read TypeScript. The engine is kept as one build
// in JavaScript, made after the first command: it loads in a quarter of the time that its 150 files take.
import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The notebook's folder, with a trailing separator. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Where the builds are kept. */
export const BUILDS = new URL('../../.cuaderno/motor/', import.meta.url)
/** Tells which one is the last, from which files it was made and in which state they were. */
export const STAMP = new URL('stamp.json', BUILDS)

/**
 * Where the built engine is, if there is one and no file that it was made from has changed since.
 * @returns {URL | undefined}
 */
export function builtEngine() {
  try {
    const { root, folder, files } = JSON.parse(readFileSync(STAMP, 'utf8'))
    if (root !== ROOT || Object.entries(files).some(([path, state]) => stateOf(path) !== state))
      return undefined
    return new URL(folder, BUILDS)
  } catch {
    return undefined
  }
}

/**
 * What changes in a file with every save.
 * @param {string} path from the notebook's folder
 */
export function stateOf(path) {
  const { mtimeMs, size } = statSync(ROOT + path)
  return `${mtimeMs} ${size}`
}
