import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Lesson } from '../../curriculum/lesson.ts'
import { nodeArgs } from '../../curriculum/node-args.ts'
import { ROOT } from '../../curriculum/paths.ts'

const run = promisify(execFile)

/** What `npm run problema N` prints. */
export async function sceneOutput({ folder }: Lesson): Promise<string> {
  const scene = join(folder, 'problema.ts')
  const { stdout } = await run(process.execPath, [...nodeArgs('solucion'), scene], { cwd: ROOT })
  return stdout
}
