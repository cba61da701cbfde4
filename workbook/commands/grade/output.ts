// Where the grades are written: a folder beside the submissions in which nothing else is ever changed.
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { diskTrouble } from '../../learner/disk-trouble.ts'
import { whileBusy, writeWhole } from '../../learner/write-whole.ts'
import { TEXTS } from './texts.ts'

/** The folder's name, inside of that of the submissions. */
export const OUTPUT = 'calificaciones'

/** What was written the last time, by its hash: what is otherwise now is somebody else's. */
const LEDGER = '.escrito.json'

/** The sentence that says why a folder cannot be used, if it cannot: there is one that nobody here wrote. */
export function whyNotOutput(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined
  const isOurs =
    lstatSync(folder).isDirectory() && (existsSync(join(folder, LEDGER)) || !readdirSync(folder).length)
  return isOurs ? undefined : TEXTS.taken(OUTPUT)
}

/** The hashes of what was or was about to be written, by path. */
type Ledger = Record<string, string[]>

/**
 * Writes these files, by their path in the folder. One that somebody changed since stays as it is and the new one
 * gets another name: gives both. Or gives the sentence that says why nothing can be written.
 */
export function writeOutput(
  folder: string,
  files: ReadonlyMap<string, string>,
): { beside: [changed: string, written: string][] } | { refused: string } {
  const before = readLedger(folder)
  const names = new Map([...files.keys()].map((path) => [path, freeName(folder, path, before)]))
  const after: Ledger = Object.fromEntries(
    [...files].map(([path, text]) => [names.get(path) ?? path, [hash(text)]]),
  )
  try {
    mkdirSync(folder, { recursive: true })
    // Before and after, both are ours: an interruption between them must not make one look like somebody else's.
    writeLedger(folder, both(before, after))
    for (const [path, text] of files) writeWhole(join(folder, names.get(path) ?? path), text)
    for (const path of Object.keys(before)) if (!(path in after)) forget(folder, path, before)
    writeLedger(folder, after)
    return { beside: [...names].filter(([path, name]) => path !== name) }
  } catch (error) {
    const { code, message, path } = error as NodeJS.ErrnoException
    return { refused: TEXTS.notWritten(path ?? folder, diskTrouble(error) ?? code ?? message) }
  }
}

function freeName(folder: string, path: string, before: Ledger): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? path : path.replace(/(\.\w+)$/, `-${count}$1`)
    if (!isThere(join(folder, name)) || isAsWritten(folder, name, before)) return name
  }
}

function forget(folder: string, path: string, before: Ledger): void {
  if (isAsWritten(folder, path, before)) whileBusy(() => rmSync(join(folder, path), { force: true }))
}

/** Also a link that leads nowhere. */
function isThere(path: string): boolean {
  try {
    return Boolean(lstatSync(path))
  } catch {
    return false
  }
}

function isAsWritten(folder: string, path: string, before: Ledger): boolean {
  const full = join(folder, path)
  if (!isThere(full) || !lstatSync(full).isFile()) return false
  return before[path]?.includes(hash(readFileSync(full))) ?? false
}

function readLedger(folder: string): Ledger {
  try {
    const ledger: unknown = JSON.parse(readFileSync(join(folder, LEDGER), 'utf8'))
    // A path that leaves the folder is none of ours.
    const own = Object.entries(Object(ledger)).filter(([path]) => !/\.\.|^[\\/]|:/.test(path))
    return Object.fromEntries(own.map(([path, hashes]) => [path, [hashes].flat().map(String)]))
  } catch {
    return {}
  }
}

function writeLedger(folder: string, ledger: Ledger): void {
  writeWhole(join(folder, LEDGER), JSON.stringify(ledger, null, 1))
}

function both(one: Ledger, other: Ledger): Ledger {
  const paths = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return Object.fromEntries(paths.map((path) => [path, [...(one[path] ?? []), ...(other[path] ?? [])]]))
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
