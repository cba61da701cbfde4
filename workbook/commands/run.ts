import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LESSON_COUNT, MissingLesson, UnknownLesson } from '../curriculum/lessons.ts'
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
  if (error instanceof UnknownLesson) return TEXTS.unknownLesson(error.message, LESSON_COUNT)
  if (error instanceof MissingLesson) return TEXTS.missingFolder(error.message)
  const { code = '', message, stack, path } = error as NodeJS.ErrnoException
  if (DISK_ERRORS.includes(code) && path) return TEXTS.disk(path)
  const missing = code === 'ERR_MODULE_NOT_FOUND' && /module '([^']+)'/.exec(message)?.[1]
  if (missing) return TEXTS.missingFile(missing.replace(ROOT, ''))
  return TEXTS.ourFault(message, keepDetail(stack ?? message))
}

function keepDetail(detail: string): string {
  const log = join('.cuaderno', 'error.log')
  mkdirSync(join(ROOT, '.cuaderno'), { recursive: true })
  writeFileSync(join(ROOT, log), `${detail}\n`)
  return log
}
