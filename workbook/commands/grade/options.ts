import { lstatSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { takenByNpm } from '../npm-option.ts'
import { TEXTS } from './texts.ts'

/** What `npm run califica` was asked for. */
export interface GradeOptions {
  /** Absolute path. */
  folder: string
  /** The lesson that all submissions are of, whatever their files are called. */
  only?: Lesson
}

/** Reads the words after the command, meant from a folder; or says in one sentence why they make no sense. */
export function readGradeOptions(
  args: readonly string[],
  lessons: readonly Lesson[],
  from: string,
  env = process.env,
): GradeOptions | { refused: string } {
  const parsed = parse(args.filter((arg) => arg !== '--'))
  if (parsed.refused !== undefined) return parsed
  const [name, ...more] = parsed.names
  const passedOn = takenByNpm('califica', 'leccion', env) && more.length === 1
  const number = parsed.leccion ?? (passedOn ? more.pop() : undefined)
  if (!name) return { refused: TEXTS.noFolder }
  if (more.length) return { refused: TEXTS.manyFolders([name, ...more].join(' ')) }
  const only = lessons.find((lesson) => String(lesson.number) === number)
  if (number !== undefined && !only) return { refused: TEXTS.unknownLesson(number) }
  const folder = resolve(from, name)
  const refused = whyNotFolder(folder)
  return refused ? { refused } : { folder, only }
}

function parse(
  args: readonly string[],
): { names: string[]; leccion?: string; refused?: undefined } | { refused: string } {
  try {
    const options = { leccion: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { names: positionals, leccion: values.leccion }
  } catch (error) {
    const option = /'(-[^',\s]+)/.exec((error as Error).message)?.[1] ?? ''
    return { refused: TEXTS.unknownOption(option) }
  }
}

function whyNotFolder(folder: string): string | undefined {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return TEXTS.notThere(folder)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return TEXTS.notFolder(folder)
  const way = relative(realpathSync(ROOT), realpathSync(folder))
  const isInside = way.split(sep)[0] !== '..' && !isAbsolute(way)
  return isInside ? TEXTS.inside(folder) : undefined
}
