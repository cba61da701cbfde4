import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { CannotUpdate } from './git.ts'
import { TEXTS } from './texts.ts'

const run = promisify(execFile)
/** Whoever runs us with `--silent` says so to this one too, and it would not tell why it fails. */
const TELLING = '--loglevel=error'

/**
 * Runs npm in a folder and gives what it printed. Throws `NpmFailed` with what npm says, or `CannotUpdate` if
 * there is no npm.
 */
export async function npm(folder: string, ...args: string[]): Promise<string> {
  // The one that runs us: on Windows its command is a script that only a shell can start.
  const client = process.env.npm_execpath
  const [program, first] = client?.endsWith('npm-cli.js') ? [process.execPath, [client]] : ['npm', []]
  try {
    const { stdout } = await run(program, [...first, TELLING, ...args], { cwd: folder, windowsHide: true })
    return stdout
  } catch (error) {
    const { code, stderr = '', message } = error as { code?: unknown; stderr?: string; message: string }
    if (code === 'ENOENT') throw new CannotUpdate(TEXTS.noNpm)
    throw new NpmFailed(/^npm error code (\S+)$/m.exec(stderr)?.[1] ?? message.split('\n')[0])
  }
}

/** npm ended with an error; the message is its code. */
export class NpmFailed extends Error {}
