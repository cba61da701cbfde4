import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LESSONS, MissingLesson, UnknownLesson } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { diskTrouble } from '../learner/disk-trouble.ts'
import { writeWhole } from '../learner/write-whole.ts'
import { TEXTS } from './texts.ts'

/** Runs a command and gives its exit code. Whatever goes wrong becomes one sentence in Spanish. */
export async function run(command: () => Promise<number>): Promise<number> {
  try {
    return await command()
  } catch (error) {
    console.error(explain(error))
    return 1
  }
}

function explain(error: unknown): string {
  if (error instanceof UnknownLesson) return TEXTS.unknownLesson(error.message, LESSONS.at(-1)?.number ?? 0)
  if (error instanceof MissingLesson) return missingText(`lessons/${error.message}`, TEXTS.missingFolder)
  const trouble = diskTrouble(error)
  if (trouble) return TEXTS.disk(trouble)
  const { code = '', message, stack } = error as NodeJS.ErrnoException
  if (code === 'ERR_MODULE_NOT_FOUND' && message.startsWith('Cannot find package'))
    return TEXTS.missingPackages
  const missing = code === 'ERR_MODULE_NOT_FOUND' && /module '([^']+)'/.exec(message)?.[1]
  if (missing) return missingText(missing.replaceAll('\\', '/').replace(ROOT, ''), TEXTS.missingFile)
  return TEXTS.ourFault(message, keepDetail(stack ?? message))
}

/** Git, where there is one, brings back what it knows; what an author has not written yet, it cannot. */
function missingText(path: string, text: (path: string) => string): string {
  if (!existsSync(join(ROOT, '.git'))) return TEXTS.missingInFolder(path)
  const { status } = spawnSync('git', ['ls-files', '--error-unmatch', path], { cwd: ROOT })
  return status === 1 ? TEXTS.notWritten(path) : text(path)
}

/** Where the detail is; nothing if not even that can be written. */
function keepDetail(detail: string): string | undefined {
  const log = join('.cuaderno', 'error.log')
  try {
    writeWhole(join(ROOT, log), `${detail}\n`)
    return log
  } catch {
    return undefined
  }
}
