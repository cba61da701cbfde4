import type { Need } from './attack.ts'
import type { FamilyResult, Result } from './raid.ts'

/** How many attacks of each kind there were. */
export interface Score {
  held: number
  launched: number
  skipped: number
}

export function scoreOf(results: readonly Result[]): Score {
  const count = (verdict: Result['verdict']) => results.filter((result) => result.verdict === verdict).length
  const skipped = count('skipped')
  return { held: count('held'), launched: results.length - skipped, skipped }
}

/** Whether an attack was not refused, be it that it got in or that nobody knows. */
export function gotIn({ verdict }: Result): boolean {
  return verdict === 'in' || verdict === 'unclear'
}

export function allResults(found: readonly FamilyResult[]): Result[] {
  return found.flatMap(({ results }) => results)
}

/** How many were not launched for lack of each thing, in the order in which they were met. */
export function lacking(found: readonly FamilyResult[]): [Need, number][] {
  const counts = new Map<Need, number>()
  for (const { need } of allResults(found)) if (need) counts.set(need, (counts.get(need) ?? 0) + 1)
  return [...counts]
}
