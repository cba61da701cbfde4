import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { loadLesson } from '../curriculum/lessons.ts'
import { tempFolder } from '../proof/support/temp-folder.ts'
import { openInOwnEditor } from './own-editor.ts'

const lesson = await loadLesson(3)

/** A folder with a `code` that writes down its words, and where it writes them. */
function fakeCode(): { folder: string; words: string } {
  const folder = tempFolder()
  const words = join(folder, 'words.txt')
  writeFileSync(join(folder, 'code'), '#!/bin/sh\necho "$@" >> "$WORDS"\n')
  chmodSync(join(folder, 'code'), 0o755)
  writeFileSync(join(folder, 'code.cmd'), '@echo %*>>"%WORDS%"\r\n')
  return { folder, words }
}

const inTerminalOf = (program: string, { folder, words }: ReturnType<typeof fakeCode>) => ({
  ...process.env,
  TERM_PROGRAM: program,
  PATH: `${folder}${delimiter}${process.env.PATH}`,
  WORDS: words,
})

test('opens the exercise, at its first TODO, only in the editor whose terminal this is', async () => {
  const fake = fakeCode()
  openInOwnEditor(lesson, inTerminalOf('Apple_Terminal', fake))
  openInOwnEditor(lesson, inTerminalOf('vscode', fake))
  const words = () => (existsSync(fake.words) ? readFileSync(fake.words, 'utf8') : '')
  await vi.waitFor(() => expect(words()).toContain('\n'), { timeout: 30_000 })
  expect(words()).toMatch(/^--reuse-window --goto lessons\/03-expiracion\/expiracion\.ts:\d+\s*$/)
})

test('goes to the line of the first TODO', async () => {
  const fake = fakeCode()
  const exercise = join(tempFolder(), 'uno.ts')
  writeFileSync(exercise, 'const uno = 1\n// TODO 1: dos\n// TODO 2: tres\n')
  openInOwnEditor({ ...lesson, exercise }, inTerminalOf('vscode', fake))
  const words = () => (existsSync(fake.words) ? readFileSync(fake.words, 'utf8') : '')
  await vi.waitFor(() => expect(words()).toMatch(/uno\.ts:2\s*$/), { timeout: 30_000 })
})

test('lets the session go on without a command of that name, and without the file', () => {
  const env = { ...process.env, TERM_PROGRAM: 'vscode', PATH: tempFolder() }
  expect(() => openInOwnEditor({ ...lesson, exercise: join(tempFolder(), 'nada.ts') }, env)).not.toThrow()
})
