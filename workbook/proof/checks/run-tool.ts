import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../curriculum/paths.ts'

const run = promisify(execFile)

/** What a package's command complains of, or nothing; `script` is its path inside of `node_modules`. */
export async function complaintOf(script: string, args: readonly string[]): Promise<string | undefined> {
  try {
    await run(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT })
    return undefined
  } catch (error) {
    const { stdout = '', message } = error as { stdout?: string; message: string }
    return stdout.trim() || message
  }
}
