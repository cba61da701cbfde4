import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type ParseResult, parseSync } from 'vite'
import type { Lesson } from '../curriculum/lesson.ts'
import { TEXTS } from '../verdict/explain/texts.ts'
import type { Finding } from '../verdict/finding.ts'
import type { Failure } from '../verdict/model.ts'
import { notForNode } from './es-module.ts'
import { wrongExport } from './exports.ts'
import { wrongImport } from './imports.ts'
import { readExercise } from './read-exercise.ts'

/** The learner's text, or what can be said of it before it runs. */
export type Preflight = { source: string; failure?: undefined } | { failure: Failure }

/**
 * Looks at the learner's file before it runs: it is gone, it is no text, it does not parse, Node would
 * refuse it, or it lost an export that the tests import, which at run time would only be «x is not a
 * function». Never throws.
 */
export async function preflight(lesson: Lesson): Promise<Preflight> {
  const read = readExercise(lesson.exercise)
  if ('unreadable' in read) {
    return refuse(lesson, { sentence: read.unreadable, line: read.firstLine && 1 })
  }
  const finding = await inspect(read.source, lesson)
  return finding ? refuse(lesson, finding) : read
}

function refuse({ exercise }: Lesson, { sentence, line }: Finding): Preflight {
  return { failure: { sentence, ...(line && { place: { file: exercise, line } }) } }
}

async function inspect(source: string, lesson: Lesson): Promise<Finding | undefined> {
  const file = basename(lesson.exercise)
  const parsed = parse(file, source)
  if (parsed.errors.length || declaresTwice(parsed)) {
    return explainWrongSyntax(file, source, parsed.errors[0]?.labels[0]?.start)
  }
  if (!parsed.program.body.length) return { sentence: TEXTS.onlyComments(file), line: 1 }
  const solution = parse(file, readFileSync(lesson.solution, 'utf8'))
  return (
    notForNode(parsed.program, source) ??
    wrongExport(file, source, parsed, solution) ??
    (await wrongImport(parsed, source, lesson))
  )
}

function parse(file: string, source: string): ParseResult {
  return parseSync(file, source, { showSemanticErrors: true })
}

/** A function with two bodies: the parser allows it, because TypeScript has functions without one. */
function declaresTwice({ program }: ParseResult): boolean {
  const names = program.body.flatMap((node) => {
    const declared = 'declaration' in node ? node.declaration : node
    return declared?.type === 'FunctionDeclaration' && declared.id ? [declared.id.name] : []
  })
  return new Set(names).size < names.length
}

/** The sentence about a text that does not parse. `position` is where the parser stopped. */
export async function explainWrongSyntax(file: string, source: string, position?: number): Promise<Finding> {
  // TypeScript is slow to load, but it knows how to say it in Spanish.
  const { explainSyntax } = await import('./syntax.ts')
  const { message, line } = explainSyntax(file, source, position)
  return { sentence: TEXTS.syntax(file, message), line }
}
