import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { diskTrouble } from '../../learner/disk-trouble.ts'
import { writeWhole } from '../../learner/write-whole.ts'
import { TEXTS } from './texts.ts'

/**
 * Writes a file whole, in a new folder if it is missing, or gives the sentence, with the name to show,
 * that says why it could not. The folders around that one are made only if it is `recursive`: in a name that
 * somebody writes, they may be a slip.
 */
export function tryToWrite(
  path: string,
  shown: string,
  text: string,
  { recursive = false } = {},
): string | undefined {
  try {
    const folder = dirname(path)
    if (!existsSync(folder)) mkdirSync(folder, { recursive })
    writeWhole(path, text)
    return undefined
  } catch (error) {
    const trouble = diskTrouble(error)
    if (trouble) return TEXTS.blocked(shown, trouble)
    const { code, message } = error as NodeJS.ErrnoException
    return TEXTS.notWritten(shown, code ?? message)
  }
}
