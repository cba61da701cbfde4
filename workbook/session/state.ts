import type { Lesson } from '../curriculum/lesson.ts'
import type { LessonResult } from '../verdict/model.ts'

/** What a learner works on: one lesson, or all the modules of a part together. The server runs the last app. */
export interface Choice {
  lessons: Lesson[]
  allMine: boolean
}

/** What the session shows. The screen is drawn from this and from nothing else. */
export interface SessionState {
  choice: Choice
  checking: boolean
  /** Of the last run; empty before the first one. */
  results: readonly LessonResult[]
  /** How many lessons of the part that they work on are solved. */
  solved: number
  server: ServerState
  /** Address of the lesson's page, if the site is being served. */
  page?: string
  /** Something that was asked for, shown instead of the tests' result. */
  panel?: readonly string[]
  /** The first line of the panel that is in sight, as the screen breaks it; the first of all if not told. */
  scroll?: number
  /** One line that answers the last key. */
  notice?: string
}

export interface ServerState {
  kind: 'starting' | 'ready' | 'waiting' | 'failed'
  addresses: readonly string[]
  /** Its certificate (PEM), if it speaks TLS. */
  ca?: string
  reason?: string
  /** The last lines that it wrote. */
  output: readonly string[]
}

export const STARTING: ServerState = { kind: 'starting', addresses: [], output: [] }
