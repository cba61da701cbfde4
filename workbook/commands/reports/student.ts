import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { ROOT } from '../../curriculum/paths.ts'

/** The name that Git knows the learner by, if there is a Git and it knows one. */
export function studentName(): string | undefined {
  return git('config', 'user.name')
}

/** The commit that this copy is at, if it is a clone: nothing if Git knows only a folder around it. */
export function commitOfCopy(): { id: string; changed: boolean } | undefined {
  const top = git('rev-parse', '--show-toplevel')
  const id = git('rev-parse', 'HEAD')
  if (!top || !id || realpathSync(top) !== realpathSync(ROOT)) return undefined
  return { id, changed: git('status', '--porcelain') !== undefined }
}

/** What Git answers; nothing if there is no Git, or it has no answer. */
function git(...args: string[]): string | undefined {
  try {
    const answer = execFileSync('git', args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 5000,
      windowsHide: true,
    })
    return answer.trim() || undefined
  } catch {
    return undefined
  }
}
