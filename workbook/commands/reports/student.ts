import { execFileSync } from 'node:child_process'
import { ROOT } from '../../curriculum/paths.ts'

/** The name that Git knows the learner by, if there is a Git and it knows one. */
export function studentName(): string | undefined {
  try {
    const name = execFileSync('git', ['config', 'user.name'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 5000,
      windowsHide: true,
    })
    return name.trim() || undefined
  } catch {
    return undefined
  }
}
