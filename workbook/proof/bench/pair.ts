import { median } from '../../../docs/.vitepress/measures/statistics.ts'

/** Medians of twenty: the machine has other things to do as well. */
export const TRIES = 20

/** Milliseconds of one try of ours and of plain Vitest doing the same, in turn. */
export interface Pair {
  ours: number
  vitest: number
}

/** The medians of both sides, in whole milliseconds. */
export function middle(pairs: readonly Pair[]): Pair {
  const of = (side: keyof Pair) => Math.round(median(pairs.map((pair) => pair[side])))
  return { ours: of('ours'), vitest: of('vitest') }
}

/** Does something a number of times, one after the other. */
export async function repeat<T>(times: number, act: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let time = 0; time < times; time++) results.push(await act())
  return results
}
