// Loaded by the process that follows the tests, where no system walls it in: it loads what the worker of a submission
// asks for, and for it nothing exists outside of the sandbox and the packages.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = [`${process.cwd()}${sep}`, `${fs.realpathSync('node_modules')}${sep}`]
const READERS = ['readFile', 'open', 'createReadStream', 'copyFile', 'cp', 'opendir', 'readdir']

for (const owner of [fs, fs.promises]) {
  for (const name of READERS.flatMap((each) => [each, `${each}Sync`])) {
    guard(/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (owner)), name)
  }
}
syncBuiltinESMExports()

/**
 * @param {Record<string, unknown>} owner
 * @param {string} name
 */
function guard(owner, name) {
  const original = /** @type {((...args: unknown[]) => unknown) | undefined} */ (owner[name])
  if (typeof original !== 'function') return
  owner[name] = function (/** @type {unknown[]} */ ...args) {
    const path = pathOf(args[0])
    if (path === undefined || HERE.some((folder) => `${path}${sep}`.startsWith(folder))) {
      return original.apply(this, args)
    }
    // What is not there: with its first name as it is, each reader says so in its own way.
    return original.apply(this, [`${HERE[0]}no-existe${sep}`, ...args.slice(1)])
  }
}

/**
 * The path that is asked for; nothing for what is open already.
 * @param {unknown} asked
 */
function pathOf(asked) {
  if (typeof asked === 'string' || Buffer.isBuffer(asked)) return resolve(String(asked))
  return asked instanceof URL ? fileURLToPath(asked) : undefined
}
