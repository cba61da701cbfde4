import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../curriculum/paths.ts'

/** What is remembered of each lesson, by the name of its folder. */
export type Progress = Record<string, { done: boolean }>

export const PROGRESS_FILE = join(ROOT, '.cuaderno', 'progreso.json')

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

/** Remembers whether a lesson is green. The file is replaced whole: a cut never leaves half of it. */
export function rememberDone(slug: string, done: boolean, file = PROGRESS_FILE): void {
  const progress = readProgress(file)
  if (progress[slug]?.done === done) return
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.tmp`
  writeFileSync(draft, `${JSON.stringify({ ...progress, [slug]: { done } }, null, 2)}\n`)
  renameSync(draft, file)
}

function parse(text: string): Progress {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('not a progress file')
  return Object.fromEntries(
    Object.entries(value).map(([slug, lesson]) => [slug, { done: Object(lesson).done === true }]),
  )
}
