import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder, by the path that the system itself uses: macOS and Windows give it several names. */
export function makeFolder(): string {
  return realpathSync.native(mkdtempSync(join(tmpdir(), 'cuaderno-')))
}

/** Removes a folder; Windows may need a moment after the last process that used it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

/** A folder for the test that asks for it, removed when it ends. */
export function tempFolder(): string {
  const folder = makeFolder()
  onTestFinished(() => removeFolder(folder))
  return folder
}
