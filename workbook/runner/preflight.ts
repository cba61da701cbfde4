import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseSync } from 'vite'
import type { Lesson } from '../curriculum/lessons.ts'
import type { Failure } from './model.ts'
import { TEXTS } from './texts.ts'

/**
 * What can be said of the learner's file before it runs: it is gone, it does not parse, or it lost an
 * export that the tests import, which at run time would only be «x is not a function».
 */
export async function preflight(lesson: Lesson): Promise<Failure | undefined> {
  const file = basename(lesson.exercise)
  if (!existsSync(lesson.exercise)) return { sentence: TEXTS.missing(file) }
  const source = readFileSync(lesson.exercise, 'utf8')
  if (!source.trim()) return { sentence: TEXTS.empty(file), place: { file: lesson.exercise, line: 1 } }
  if (parseSync(file, source).errors.length) return syntaxFailure(lesson.exercise, source)
  const kept = exportedNames(source)
  const lost = exportedNames(readFileSync(lesson.solution, 'utf8')).filter((name) => !kept.includes(name))
  if (!lost.length) return undefined
  const names = lost.map((name) => `«${name}»`).join(', ')
  return { sentence: TEXTS.noExport(file, names), place: { file: lesson.exercise, line: 1 } }
}

/** The values (not the types) that a module exports by name. */
function exportedNames(source: string): string[] {
  const entries = parseSync('module.ts', source).module.staticExports.flatMap(({ entries }) => entries)
  return entries.filter(({ isType }) => !isType).map(({ exportName }) => exportName.name ?? exportName.kind)
}

async function syntaxFailure(path: string, source: string): Promise<Failure> {
  // TypeScript is slow to load, but it knows how to say it in Spanish.
  const { explainSyntax } = await import('./syntax.ts')
  const { message, line } = explainSyntax(basename(path), source)
  return { sentence: TEXTS.syntax(basename(path), message), place: { file: path, line } }
}
