import type { Lesson } from '../../curriculum/lesson.ts'
import type { Failure, Place, TestResult } from '../model.ts'
import { lineOfOnlyConsole, lineOfTask } from './exercise-source.ts'
import { MEMORY_MB, NO_ANSWER_MS } from './limits.mjs'
import { TEXTS } from './texts.ts'

/** Why a run did not end by itself: it never loaded, it stopped half-way, it wrote without end. */
export type Ending = 'hang' | 'stalled' | 'flood'

/** Why the guard beside the learner's code ended it: a loop that never ends, too much memory. */
export type Cause = 'stuck' | 'memory'

/** Why a run did not end by itself, and where the code was if it could be seen. */
export interface Ended {
  ending?: Ending | Cause
  place?: Place
}

/** Whether a test ended with these errors because nobody answered: specifications may give up before Vitest does. */
export function hadNoAnswer(errors: readonly { message?: unknown }[], duration: number): boolean {
  // Something that was thrown and is no error may have no message.
  const timedOut = errors.some(({ message }) => `${message}`.startsWith('Test timed out'))
  return timedOut || (errors.length > 0 && duration >= NO_ANSWER_MS)
}

/** What explains all that is missing of a lesson, if its run did not end by itself. */
export function explainEnding(
  { ending, place }: Ended,
  lesson: Lesson,
  source: string,
  tests: readonly TestResult[],
): Failure | undefined {
  const complete = tests.length > 0 && tests.every(({ state }) => state !== 'pending')
  if (!ending || (complete && ending !== 'flood')) return undefined
  const line = suspectLine(ending, lesson, source, tests)
  return {
    sentence: sentenceOf(ending),
    place: place ?? (line ? { file: lesson.exercise, line } : undefined),
  }
}

function sentenceOf(ending: Ending | Cause): string {
  if (ending === 'memory') return TEXTS.memory(MEMORY_MB)
  return ending === 'stuck' ? TEXTS.loop : TEXTS[ending]
}

/** Where to look if the code itself could not say where it was. */
function suspectLine(
  ending: Ending | Cause,
  { manifest }: Lesson,
  source: string,
  tests: readonly TestResult[],
): number | undefined {
  if (ending === 'flood') return lineOfOnlyConsole(source)
  const { task } = tests.find(({ state }) => state === 'pending') ?? {}
  if (!task) return undefined
  return lineOfTask(source, manifest.tareas.findIndex(({ nombre }) => nombre === task) + 1, task)
}
