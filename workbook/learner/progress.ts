import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { ROOT } from '../curriculum/paths.ts'
import type { OpenedHints } from '../verdict/rungs.ts'
import { count, isRecord, readKept } from './read-kept.ts'
import { writeWhole } from './write-whole.ts'

/** What is remembered of a lesson. */
export interface LessonProgress {
  /** Whether the last run was green. */
  done: boolean
  /** Red runs so far, of a text that had changed. */
  failures: number
  /** Fingerprint of the text of the last of them: whoever runs it again, it is the same attempt. */
  tried?: string
  /** The first task that was red in it. */
  red?: string
  /** How far the hints of each task were opened, by the task's name. */
  hints: Record<string, OpenedHints>
  /** Time spent with its session open, in milliseconds. */
  time: number
  /** Until which instant that counts (milliseconds): two sessions at once spend the same time. */
  timedUntil?: number
  /** When it was first green (ISO 8601). */
  solvedAt?: string
}

/** By the name of the lesson's folder. */
export type Progress = Record<string, LessonProgress>

export const PROGRESS_FILE = join(ROOT, '.cuaderno', 'progreso.json')

/** The progress of a lesson that nobody has started. */
export const UNTOUCHED: LessonProgress = { done: false, failures: 0, hints: {}, time: 0 }

/**
 * Reads the progress; a file that cannot be understood is kept aside and progress starts anew. Throws if there
 * is one that cannot be read: to start anew would lose it.
 */
export function readProgress(file = PROGRESS_FILE): Progress {
  return readKept(file, parse, {})
}

/** The progress, to be shown and no more: nothing if it cannot be read. */
export function progressIfReadable(file = PROGRESS_FILE): Progress {
  try {
    return readProgress(file)
  } catch {
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
  const next = { ...progress, [slug]: { ...UNTOUCHED, ...progress[slug], ...news } }
  // After every run: whoever saved is waiting, and starts anew if the power takes this away.
  writeWhole(file, `${JSON.stringify(next, null, 2)}\n`, { flush: false })
}

/** Remembers a green run. */
export function rememberGreen(slug: string, file = PROGRESS_FILE): void {
  const { solvedAt } = lessonProgress(slug, file)
  remember(slug, { done: true, solvedAt: solvedAt ?? new Date().toISOString() }, file)
}

/** Counts a red run of this text as an attempt, unless it was the last one that counted. `red`: its first red task. */
export function rememberAttempt(slug: string, text: string, red?: string, file = PROGRESS_FILE): void {
  const { failures, tried } = lessonProgress(slug, file)
  const now = fingerprint(text)
  if (now !== tried) remember(slug, { failures: failures + 1, tried: now, red }, file)
}

/** The first task that was red when this same text was last tried; nothing if it has changed since. */
export function redTask(slug: string, text: string, file = PROGRESS_FILE): string | undefined {
  const { tried, red } = lessonProgress(slug, file)
  return tried === fingerprint(text) ? red : undefined
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12)
}

/** Adds the time from one instant to another (milliseconds), but for what another session counted. */
export function rememberTime(slug: string, from: number, to: number, file = PROGRESS_FILE): void {
  const { time, timedUntil = 0 } = lessonProgress(slug, file)
  // A clock may have been put back since.
  const start = timedUntil <= to ? Math.max(from, timedUntil) : from
  remember(slug, { time: time + Math.max(0, to - start), timedUntil: to }, file)
}

function parse(text: string): Progress {
  const value: unknown = JSON.parse(text)
  if (!isRecord(value)) throw new Error('not a progress file')
  return Object.fromEntries(Object.entries(value).map(([slug, lesson]) => [slug, parseLesson(lesson)]))
}

function parseLesson(value: unknown): LessonProgress {
  const { done, failures, tried, red, hints, time, timedUntil, solvedAt } = isRecord(value) ? value : {}
  return {
    done: done === true,
    failures: count(failures),
    ...(typeof tried === 'string' && { tried }),
    ...(typeof red === 'string' && { red }),
    hints: Object.fromEntries(
      Object.entries(isRecord(hints) ? hints : {}).map(([task, opened]) => [task, parseHints(opened)]),
    ),
    time: count(time),
    ...(count(timedUntil) && { timedUntil: count(timedUntil) }),
    ...(typeof solvedAt === 'string' && { solvedAt }),
  }
}

function parseHints(value: unknown): OpenedHints {
  const { rung, failures } = isRecord(value) ? value : {}
  return { rung: Math.min(count(rung), 3), failures: count(failures) }
}
