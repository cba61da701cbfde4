import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { TEXTS } from './texts.ts'

/** Writes a file whole, in a new folder if it is missing: a cut never leaves half of it. */
export function writeWhole(path: string, text: string): void {
  const folder = dirname(path)
  if (!existsSync(folder)) mkdirSync(folder)
  const draft = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(draft, text)
    renameSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Writes a file whole or gives the sentence, with the name to show, that says why it could not. */
export function tryToWrite(path: string, shown: string, text: string): string | undefined {
  try {
    writeWhole(path, text)
    return undefined
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return TEXTS.notWritten(shown, code ?? message)
  }
}
