import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { diskTrouble } from '../../learner/disk-trouble.ts'
import { writeWhole } from '../../learner/write-whole.ts'
import { TEXTS } from './texts.ts'

/**
 * Writes a file whole, in a new folder if it is missing, or gives the sentence, with the name to show,
 * that says why it could not.
 */
export function tryToWrite(path: string, shown: string, text: string): string | undefined {
  try {
    const folder = dirname(path)
    if (!existsSync(folder)) mkdirSync(folder)
    writeWhole(path, text)
    return undefined
  } catch (error) {
    const trouble = diskTrouble(error)
    if (trouble) return TEXTS.blocked(shown, trouble)
    const { code, message } = error as NodeJS.ErrnoException
    return TEXTS.notWritten(shown, code ?? message)
  }
}
