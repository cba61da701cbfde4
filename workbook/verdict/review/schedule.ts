import { slugOf } from './card.ts'

/** When a question was last asked, and after how many days it comes back. */
export interface Recall {
  /** A day of whoever answered: `2026-11-29`. */
  day: string
  days: number
}

/** What is remembered of each question that was asked, by the id of its card. */
export type Memory = Readonly<Record<string, Recall>>

// SM-2 (P. A. Wozniak, «Optimization of Learning», 1990, section 3.2): I(1) = 1, I(2) = 6, I(n) = I(n-1) · EF,
// rounded up, with EF = 2.5 to begin with. A wrong answer starts again with I(1) and does not change EF. Nor does
// its grade 4, which is all that can be known of a right one: EF is always the first. To solve a lesson is the
// first repetition, so what is right at once goes to I(2).
const FIRST = 1
const SECOND = 6
const EASE = 2.5

const DAY_MS = 86_400_000
const LONGEST = 36_500
const DAY = /^\d{4}-\d\d-\d\d$/

/** The day of the calendar where the clock is, whatever the hour. */
export function dayOf(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${now.getFullYear()}-${month}-${day}`
}

/** The memory after an answer of today. The same question right twice in a day counts once. */
export function answered(memory: Memory, id: string, right: boolean, today: string): Memory {
  const before = memory[id]
  if (right && before?.day === today) return memory
  return { ...memory, [id]: { day: today, days: right ? longer(before?.days ?? FIRST) : FIRST } }
}

function longer(days: number): number {
  return days < SECOND ? SECOND : Math.min(Math.ceil(days * EASE), LONGEST)
}

/** Whether a question comes back today. One of a day that is still to come was answered with another clock: it does. */
export function isDue({ day, days }: Recall, today: string): boolean {
  const passed = (Date.parse(today) - Date.parse(day)) / DAY_MS
  return passed < 0 || passed >= days
}

/** The day on which a question comes back. */
export function comesBack({ day, days }: Recall): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** What two memories know: of each question, the last that was answered. */
export function mergeMemories(one: Memory, other: Memory): Memory {
  const newer = Object.entries(other).filter(([id, { day }]) => day > (one[id]?.day ?? ''))
  return { ...one, ...Object.fromEntries(newer) }
}

/** The memory in something that was kept, without what is damaged in it. */
export function soundMemory(value: unknown): Memory {
  return Object.fromEntries(
    Object.entries(Object(value)).flatMap(([id, recall]) => {
      const { day, days } = Object(recall) as Record<string, unknown>
      return slugOf(id) && isDay(day) && isSpan(days) ? [[id, { day, days }]] : []
    }),
  )
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value))
}

function isSpan(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= FIRST && Number(value) <= LONGEST
}
