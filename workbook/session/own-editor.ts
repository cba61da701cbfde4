import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Lesson } from '../curriculum/lesson.ts'
import { ROOT } from '../curriculum/paths.ts'

/**
 * Opens the learner's file, at its first TODO, in the editor in whose terminal a session is: VS Code, also in
 * Codespaces. In any other terminal it does nothing, and nothing of it is waited for: it opens or it does not.
 */
export function openInOwnEditor({ exercise }: Lesson, env = process.env): void {
  if (env.TERM_PROGRAM !== 'vscode') return
  // From the workbook's folder, so that it has no character that a shell would take for its own.
  const place = `${relative(ROOT, exercise).replaceAll('\\', '/')}:${firstTodo(exercise)}`
  const words = ['--reuse-window', '--goto', place]
  const options = { cwd: ROOT, env, stdio: 'ignore', windowsHide: true } as const
  // On Windows its command is a script, which only a shell can start.
  const opening =
    process.platform === 'win32'
      ? spawn(`code ${words.join(' ')}`, { ...options, shell: true })
      : spawn('code', words, options)
  opening.on('error', () => {}).unref()
}

/** The number of its line; the first one of a file without any, or that is not there. */
function firstTodo(file: string): number {
  try {
    return Math.max(
      1,
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((line) => line.includes('TODO')) + 1,
    )
  } catch {
    return 1
  }
}
