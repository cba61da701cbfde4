import { MEASURES, type Pair } from '../bench/measures.ts'
import { median } from '../bench/median.ts'
import { ProjectCopy } from '../testing/project-copy.ts'
import { TEXTS } from './texts.ts'

const TRIES = 10

/** `npm run bench [part of a name]`: medians of ten tries, with plain Vitest's in the same run beside. */
export async function bench([filter = '']: string[]): Promise<number> {
  for (const { name, goal, run } of MEASURES.filter((measure) => measure.name.includes(filter))) {
    const copy = await ProjectCopy.create()
    const pairs = await run(copy, TRIES).finally(() => copy.remove())
    const [ours, vitest] = [middle(pairs, 'ours'), middle(pairs, 'vitest')]
    console.log(TEXTS.measured(name, ours, vitest, goal))
  }
  return 0
}

function middle(pairs: readonly Pair[], side: keyof Pair): number {
  return Math.round(median(pairs.map((pair) => pair[side])))
}
