import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { TEXTS } from './texts.ts'

const run = promisify(execFile)
const MOST_OUTPUT = 32 * 1024 * 1024

/**
 * Runs git in a folder and gives what it printed. Throws `GitFailed` with what git says, or
 * `CannotUpdate` if there is no git.
 */
export async function git(folder: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run('git', args, {
      cwd: folder,
      env: environment(),
      maxBuffer: MOST_OUTPUT,
      windowsHide: true,
    })
    return stdout
  } catch (error) {
    const { code, stderr = '', message } = error as { code?: unknown; stderr?: string; message: string }
    throw code === 'ENOENT' ? new CannotUpdate(TEXTS.noGit) : new GitFailed(reason(stderr) ?? message)
  }
}

/** In English, without questions, and about this folder even if a hook of another repository runs us. */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, ...env } = process.env
  return { ...env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' }
}

function reason(stderr: string): string | undefined {
  return /^(?:fatal|error): (.+)$/m.exec(stderr)?.[1] ?? stderr.trim().split('\n').at(-1)
}

/** Git ended with an error. */
export class GitFailed extends Error {}

/** Nothing was changed; the message is the sentence that says why. */
export class CannotUpdate extends Error {}
