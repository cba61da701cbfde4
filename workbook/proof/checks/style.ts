import { type Outcome, outcome } from './outcome.ts'
import { complaintOf } from './run-tool.ts'

/** Lint and format of everything but the exercises, which belong to the learner. */
export async function checkStyle(): Promise<Outcome[]> {
  const complaint = await complaintOf('@biomejs/biome/bin/biome', ['check', '--reporter=github', '.'])
  return [outcome('formato y reglas de Biome', complaint)]
}
