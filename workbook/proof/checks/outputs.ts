import { basename } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import type { VariantResults } from '../../runner/run-variants.ts'
import { isCurrent, produceOutputs } from '../outputs/outputs.ts'
import { type Outcome, outcome } from './outcome.ts'

/** The terminal outputs that the pages show are what the programs print today. */
export async function judgeOutputs(lessons: readonly Lesson[], results: VariantResults): Promise<Outcome[]> {
  const outputs = await produceOutputs(lessons, results)
  return outputs.map((output) =>
    outcome(basename(output.path), !isCurrent(output) && 'ya no es lo que se imprime: npm run salidas'),
  )
}
