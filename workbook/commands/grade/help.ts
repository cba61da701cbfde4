// How much help was used, if the student's own record of it was handed in: `informe.json`, what `check --json`
// prints, or `progreso.json`. Whoever wrote it could change it.
import { count, isRecord } from '../../learner/read-kept.ts'
import type { Item } from './items.ts'

/** What a record says of one lesson. */
export interface Help {
  /** Name of the lesson's folder. */
  slug: string
  /** Runs in red. */
  failures: number
  hintsOpened: number
  /** How many were opened of each task that had any, by its name. */
  tasks: Map<string, number>
  /** Time with its session open, in milliseconds. */
  time: number
}

/** What the records among these files say; nothing of those that cannot be understood. */
export function helpIn(items: readonly Item[]): Help[] {
  const bySlug = new Map<string, Help>()
  for (const { path, content } of items) {
    if ('refused' in content || !/\.json$/i.test(path)) continue
    for (const help of read(Buffer.from(content).toString('utf8'))) bySlug.set(help.slug, help)
  }
  return [...bySlug.values()]
}

function read(text: string): Help[] {
  try {
    const value = record(JSON.parse(text))
    if (Array.isArray(value.lessons)) return value.lessons.flatMap((lesson) => fromReport(record(lesson)))
    return Object.entries(value).flatMap(([slug, lesson]) => fromProgress(slug, record(lesson)))
  } catch {
    return []
  }
}

function fromReport({ slug, progress }: Record<string, unknown>): Help[] {
  const { failures, hintsOpened, tasks, milliseconds } = record(progress)
  if (typeof slug !== 'string' || typeof hintsOpened !== 'number') return []
  const each = (Array.isArray(tasks) ? tasks.map(record) : []).map(
    ({ name, hintsOpened }) => [String(name), count(hintsOpened)] as const,
  )
  return [{ slug, ...figures(failures, milliseconds), hintsOpened, tasks: opened(each) }]
}

function fromProgress(slug: string, { failures, hints, time, done }: Record<string, unknown>): Help[] {
  if (typeof done !== 'boolean') return []
  const each = Object.entries(record(hints)).map(([task, hint]) => [task, count(record(hint).rung)] as const)
  const hintsOpened = each.reduce((sum, [, rung]) => sum + rung, 0)
  return [{ slug, ...figures(failures, time), hintsOpened, tasks: opened(each) }]
}

function figures(failures: unknown, time: unknown): Pick<Help, 'failures' | 'time'> {
  return { failures: count(failures), time: count(time) }
}

function opened(each: readonly (readonly [string, number])[]): Map<string, number> {
  return new Map(each.filter(([, rungs]) => rungs > 0))
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}
