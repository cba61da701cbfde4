import type { Outcome } from './outcome.ts'
import { runProject } from './run-project.ts'

/** The engine's own tests. */
export function checkEngine(): Promise<Outcome[]> {
  return runProject('motor')
}
