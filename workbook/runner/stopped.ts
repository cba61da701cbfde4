// What a clock stopped, and whether it was right to: who waits in silence does no work.
import type { TestModule } from 'vitest/node'
import { SILENCE_MS } from '../verdict/explain/limits.mjs'
import type { Remains } from './judge.ts'
import { hasNoAnswer } from './unfinished.ts'

/** From one moment to another, by `Date.now()`. */
export interface Span {
  start: number
  end: number
}

const SILENT: readonly string[] = ['hang', 'stalled']
/** How long a test may still be at its own work before it waits for somebody, in milliseconds. */
const OWN_WORK_MS = 1000
/** What part of the waiting has to be slow for the clock to be doubted. */
const DOUBT = 0.5

/** When nobody answered a specification until a clock stopped it. */
export function stopsByClock(module: TestModule | undefined, { ending, end }: Remains): Span[] {
  const stops = [...(module?.children.allTests() ?? [])].filter(hasNoAnswer).map((test) => {
    const { startTime = 0, duration = 0 } = test.diagnostic() ?? {}
    return { start: startTime, end: startTime + duration }
  })
  return SILENT.includes(ending ?? '') ? [...stops, { start: end - SILENCE_MS, end }] : stops
}

/** Whether the process was at work, or held up by the machine, in most of one of them. */
export function wasSlow(stops: readonly Span[], slow: readonly Span[]): boolean {
  return stops.some(({ start, end }) => {
    const waited = { start: start + OWN_WORK_MS, end }
    const times = slow.map((span) => overlap(span, waited))
    return times.reduce((sum, ms) => sum + ms, 0) > DOUBT * (waited.end - waited.start)
  })
}

/** In milliseconds. */
function overlap(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
}
