import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../curriculum/paths.ts'
import { type Outcome, outcome } from './outcome.ts'

const run = promisify(execFile)
const BIOME = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')

/** Lint and format of everything but the exercises, which belong to the learner. */
export async function checkStyle(): Promise<Outcome[]> {
  try {
    await run(process.execPath, [BIOME, 'check', '--reporter=github', '.'], { cwd: ROOT })
    return [outcome('formato y reglas de Biome', undefined)]
  } catch (error) {
    const { stdout = '', message } = error as { stdout?: string; message: string }
    return [outcome('formato y reglas de Biome', stdout.trim() || message)]
  }
}
