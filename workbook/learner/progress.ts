import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../curriculum/paths.ts'
import type { OpenedHints } from '../verdict/rungs.ts'
import { writeWhole } from './write-whole.ts'

/** What is remembered of a lesson. */
export interface LessonProgress {
  /** Whether the last run was green. */
  done: boolean
  /** Red runs so far, of a text that had changed. */
  failures: number
  /** How far the hints of each task were opened, by the task's name. */
  hints: Record<string, OpenedHints>
  /** Time spent with its session open, in milliseconds. */
  time: number
  /** When it was first green (ISO 8601). */
  solvedAt?: string
}

/** By the name of the lesson's folder. */
export type Progress = Record<string, LessonProgress>

export const PROGRESS_FILE = join(ROOT, '.cuaderno', 'progreso.json')

/** The progress of a lesson that nobody has started. */
export const UNTOUCHED: LessonProgress = { done: false, failures: 0, hints: {}, time: 0 }

/** Reads the progress; a file that cannot be understood is kept aside and progress starts anew. */
export function readProgress(file = PROGRESS_FILE): Progress {
  if (!existsSync(file)) return {}
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch {
    renameSync(file, `${file}.roto-${Date.now()}`)
    return {}
  }
}

/** What is remembered of one lesson. */
export function lessonProgress(slug: string, file = PROGRESS_FILE): LessonProgress {
  return readProgress(file)[slug] ?? UNTOUCHED
}

/** Remembers something more of a lesson. */
export function remember(slug: string, news: Partial<LessonProgress>, file = PROGRESS_FILE): void {
  const progress = readProgress(file)
  mkdirSync(dirname(file), { recursive: true })
  const next = { ...progress, [slug]: { ...UNTOUCHED, ...progress[slug], ...news } }
  // After every run: whoever saved is waiting, and starts anew if the power takes this away.
  writeWhole(file, `${JSON.stringify(next, null, 2)}\n`, { flush: false })
}

/** Remembers the result of a run. */
export function rememberRun(slug: string, passed: boolean, file = PROGRESS_FILE): void {
  const { failures, solvedAt } = lessonProgress(slug, file)
  if (!passed) return remember(slug, { done: false, failures: failures + 1 }, file)
  remember(slug, { done: true, solvedAt: solvedAt ?? new Date().toISOString() }, file)
}

function parse(text: string): Progress {
  const value: unknown = JSON.parse(text)
  if (!isRecord(value)) throw new Error('not a progress file')
  return Object.fromEntries(Object.entries(value).map(([slug, lesson]) => [slug, parseLesson(lesson)]))
}

function parseLesson(value: unknown): LessonProgress {
  const { done, failures, hints, time, solvedAt } = isRecord(value) ? value : {}
  return {
    done: done === true,
    failures: count(failures),
    hints: Object.fromEntries(
      Object.entries(isRecord(hints) ? hints : {}).map(([task, opened]) => [task, parseHints(opened)]),
    ),
    time: count(time),
    ...(typeof solvedAt === 'string' && { solvedAt }),
  }
}

function parseHints(value: unknown): OpenedHints {
  const { rung, failures } = isRecord(value) ? value : {}
  return { rung: Math.min(count(rung), 3), failures: count(failures) }
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
