import type { Lesson } from '../../curriculum/lesson.ts'
import type { VariantResults } from '../../runner/run-variants.ts'
import type { Variant } from '../../runner/variants.ts'

/** One thing that was checked. Without `problem`, it holds; `leftOut` says why this machine cannot tell. */
export interface Outcome {
  title: string
  problem?: string
  leftOut?: string
  /** It held the last time, and nothing that it depends on has changed since. */
  held?: true
}

/** A part of what `npm test` proves. */
export interface Check {
  name: string
  /** Runs beside the long ones, which leave a core free while they build or wait. */
  beside?: true
  /** What it wants to be run. Those of several checks are run together, by workers that are warm. */
  variants?(lessons: readonly Lesson[]): Variant[] | Promise<Variant[]>
  /** `results` has what its variants gave, and maybe others. */
  run(lessons: readonly Lesson[], results: VariantResults): Outcome[] | Promise<Outcome[]>
}

/** An outcome that fails if there is a problem to tell. */
export function outcome(title: string, problem: string | false | undefined): Outcome {
  return problem ? { title, problem } : { title }
}

/** An outcome that holds if nothing was found. */
export function none(title: string, found: readonly (string | number)[]): Outcome {
  return outcome(title, found.join(' · '))
}
