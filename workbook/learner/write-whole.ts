import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Replaces a file with this text, in a new folder if it is missing, or leaves it as it was: a cut never leaves
 * half of it. With `flush`, not even one of the power, which takes as long as the disk does. Throws what the
 * system says, always with the `path`.
 */
export function writeWhole(path: string, text: string | Uint8Array, { flush = true } = {}): void {
  const draft = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    whileBusy(() => writeFileSync(draft, text, { flush }))
    whileBusy(() => renameSync(draft, path))
  } catch (error) {
    forget(draft)
    throw Object.assign(error as NodeJS.ErrnoException, { path })
  }
}

function forget(draft: string): void {
  try {
    rmSync(draft, { force: true })
  } catch {}
}

// On Windows an editor or an antivirus may hold the file for a moment.
const BUSY = ['EPERM', 'EACCES', 'EBUSY']
const ATTEMPTS = 10
const PAUSE_MS = 30

/** Acts, again if the file is in use by another program. Throws what the last attempt threw. */
export function whileBusy<T>(act: () => T, attempts = ATTEMPTS): T {
  try {
    return act()
  } catch (error) {
    if (attempts === 1 || !BUSY.includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
    return whileBusy(act, attempts - 1)
  }
}
