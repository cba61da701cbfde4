import { renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Replaces a file with this text, or leaves it as it was: a cut never leaves half of it. With `flush`,
 * not even one of the power, which takes as long as the disk does. Throws what the system says.
 */
export function writeWhole(path: string, text: string | Uint8Array, { flush = true } = {}): void {
  const draft = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(draft, text, { flush })
    whileBusy(() => renameSync(draft, path))
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

// On Windows an editor or an antivirus may hold the file for a moment.
const BUSY = ['EPERM', 'EACCES', 'EBUSY']
const ATTEMPTS = 10
const PAUSE_MS = 30

/** Acts, again if the file is in use by another program. Throws what the last attempt threw. */
export function whileBusy(act: () => void, attempts = ATTEMPTS): void {
  try {
    act()
  } catch (error) {
    if (attempts === 1 || !BUSY.includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
    whileBusy(act, attempts - 1)
  }
}
