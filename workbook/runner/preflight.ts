import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseSync } from 'vite'
import { resolveOwnImport } from '../curriculum/imports.ts'
import type { Lesson } from '../curriculum/lesson.ts'
import { isInstalled, namesOfPackage } from '../curriculum/packages.ts'
import { RESTART, TEXTS } from '../verdict/explain/texts.ts'
import type { Finding } from '../verdict/finding.ts'
import type { Failure } from '../verdict/model.ts'
import { explainBreak, inspect } from '../verdict/shape/inspect.ts'
import type { Surroundings } from '../verdict/shape/wrong-import.ts'
import { readExercise } from './read-exercise.ts'

/** The learner's text, or what can be said of it before it runs. */
export type Preflight = { source: string; failure?: undefined } | { failure: Failure }

/**
 * Looks at the learner's file before it runs: it is gone, it is no text, it does not compile, or something is
 * wrong with it as a module. Never throws.
 */
export async function preflight(lesson: Lesson): Promise<Preflight> {
  const read = readExercise(lesson.exercise)
  if ('unreadable' in read) {
    return refuse(lesson, { sentence: read.unreadable, line: read.firstLine && 1 })
  }
  const finding = await look(read.source, lesson)
  return finding ? refuse(lesson, finding) : read
}

function refuse({ exercise }: Lesson, { sentence, line }: Finding): Preflight {
  return { failure: { sentence, ...(line && { place: { file: exercise, line } }) } }
}

async function look(source: string, lesson: Lesson): Promise<Finding | undefined> {
  const file = basename(lesson.exercise)
  const [wrong] = parseSync(file, source, { showSemanticErrors: true }).errors
  if (wrong) return explainWrongSyntax(file, source, wrong.labels[0]?.start)
  const solution = readFileSync(lesson.solution, 'utf8')
  return inspect(file, { source, solution }, surroundingsOf(lesson))
}

function surroundingsOf({ exercise, folder, spec }: Lesson): Surroundings {
  return {
    restart: RESTART.terminal,
    app: join(folder, 'app.ts'),
    spec,
    pathOf: (name) => resolveOwnImport(name, exercise),
    textAt: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
    has: (name) => isInstalled(name, exercise),
    namesOf: namesOfPackage,
  }
}

/** The sentence about a text that does not compile. `position` is where the compiler stopped. */
export async function explainWrongSyntax(file: string, source: string, position?: number): Promise<Finding> {
  const { detail, line } = explainBreak(source)
  if (detail) return { sentence: TEXTS.syntax(file, detail), line }
  // TypeScript is slow to load, but it knows how to say the rest in Spanish.
  const { explainSyntax } = await import('./syntax.ts')
  const { message, line: told } = explainSyntax(file, source, position)
  return { sentence: TEXTS.syntax(file, message), line: told }
}
