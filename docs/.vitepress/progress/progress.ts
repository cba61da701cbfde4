import { type Memory, mergeMemories, soundMemory } from '../../../workbook/verdict/review/schedule.ts'

/** What a reader has done, by the names of the lessons' folders. */
export interface Progress {
  readonly solved: readonly string[]
  /** Quizzes with their three answers right. */
  readonly quizzes: readonly string[]
  /** What the review remembers of its questions. */
  readonly review: Memory
}

export const NOTHING_DONE: Progress = { solved: [], quizzes: [], review: {} }

/** Where it is kept in the browser. Its number changes with the form of the data. */
export const STORAGE_KEY = 'cuaderno-jwt:progreso:1'

const VERSION = 1
// Names end up in a style sheet: nothing else gets in, whatever a file says.
const SLUG = /^\d\d-[a-z0-9-]+$/

/** Whether there is nothing to show and nothing to export. */
export function isNothing({ solved, quizzes }: Progress): boolean {
  return solved.length + quizzes.length === 0
}

/** Progress as the text that is kept in the browser and in exported files. */
export function formatProgress({ solved, quizzes, review }: Progress): string {
  return JSON.stringify({ version: VERSION, solved, quizzes, review }, null, 2)
}

/** The progress in a text, without what is damaged in it, or nothing if it is not one of ours. */
export function parseProgress(text: string): Progress | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value) || value.version !== VERSION) return undefined
    return {
      solved: slugs(value.solved),
      quizzes: slugs(value.quizzes),
      review: soundMemory(value.review),
    }
  } catch {
    return undefined
  }
}

/** All that is done in one or in the other. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  return {
    solved: slugs([...one.solved, ...other.solved]),
    quizzes: slugs([...one.quizzes, ...other.quizzes]),
    review: mergeMemories(one.review, other.review),
  }
}

function slugs(value: unknown): string[] {
  const names: unknown[] = Array.isArray(value) ? value : []
  return [...new Set(names.filter((name): name is string => typeof name === 'string' && SLUG.test(name)))]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
