import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LESSONS, MissingLesson, UnknownLesson } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { TEXTS } from './texts.ts'

const DISK_ERRORS = ['EPERM', 'EACCES', 'EBUSY', 'ENOSPC', 'EROFS']

type Command = (args: string[]) => Promise<number>

// Loaded only when asked for: most of the start of a command is loading what it needs.
const COMMANDS: Record<string, () => Promise<Command>> = {
  lesson: async () => (await import('./lesson.ts')).lesson,
  bench: async () => (await import('../proof/commands/bench.ts')).bench,
  check: async () => (await import('./check.ts')).check,
  actualizar: async () => (await import('./update.ts')).update,
  compara: async () => (await import('./compare.ts')).compare,
  copias: async () => (await import('./copies.ts')).copies,
  deshaz: async () => (await import('./undo.ts')).undo,
  docs: async () => (await import('../proof/commands/docs.ts')).docs,
  informe: async () => (await import('./inform.ts')).inform,
  lighthouse: async () => (await import('../proof/commands/lighthouse.ts')).lighthouse,
  lista: async () => (await import('./list.ts')).list,
  'nueva-leccion': async () => (await import('../proof/commands/new-lesson.ts')).newLesson,
  pista: async () => (await import('./hint.ts')).hint,
  problema: async () => (await import('./problem.ts')).problem,
  reinicia: async () => (await import('./reset.ts')).reset,
  salidas: async () => (await import('../proof/commands/outputs.ts')).outputs,
  start: async () => (await import('./start.ts')).start,
  stubs: async () => (await import('../proof/commands/stubs.ts')).stubs,
  test: async () => (await import('../proof/commands/test.ts')).test,
  verifica: async () => (await import('../proof/commands/verify.ts')).verify,
}

/** Runs a command and gives its exit code. Whatever goes wrong becomes one sentence in Spanish. */
export async function main([name = '', ...args]: string[]): Promise<number> {
  const load = COMMANDS[name]
  if (!load) {
    console.error(`${TEXTS.unknownCommand(name)}\n\n${TEXTS.usage}`)
    return 1
  }
  try {
    const command = await load()
    return await command(args)
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
