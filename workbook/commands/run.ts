import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LESSONS, MissingLesson, UnknownLesson } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { TEXTS } from './texts.ts'

const DISK_ERRORS = ['EPERM', 'EACCES', 'EBUSY', 'ENOSPC', 'EROFS']

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
  const { code = '', message, stack, path } = error as NodeJS.ErrnoException
  if (DISK_ERRORS.includes(code) && path) return TEXTS.disk(path)
  const missing = code === 'ERR_MODULE_NOT_FOUND' && /module '([^']+)'/.exec(message)?.[1]
  if (missing) return missingText(missing.replaceAll('\\', '/').replace(ROOT, ''), TEXTS.missingFile)
  return TEXTS.ourFault(message, keepDetail(stack ?? message))
}

/** Git brings back what it knows; what an author has not written yet, it cannot. */
function missingText(path: string, text: (path: string) => string): string {
  const { status } = spawnSync('git', ['ls-files', '--error-unmatch', path], { cwd: ROOT })
  return status === 1 ? TEXTS.notWritten(path) : text(path)
}

function keepDetail(detail: string): string {
  const log = join('.cuaderno', 'error.log')
  mkdirSync(join(ROOT, '.cuaderno'), { recursive: true })
  writeFileSync(join(ROOT, log), `${detail}\n`)
  return log
}
