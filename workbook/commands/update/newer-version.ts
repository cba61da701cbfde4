import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CannotUpdate } from './cannot-update.ts'
import { GitFailed, git } from './git.ts'
import { TEXTS } from './texts.ts'

/** A version of the workbook that continues the one that is here. */
export interface NewerVersion {
  /** Commits. */
  from: string
  to: string
  /** What it does to each file, by its path with `/`: A(dds), M(odifies), D(eletes). */
  files: ReadonlyMap<string, string>
}

/** Asks for the newest version; nothing if it is the one that is here. Throws `CannotUpdate`. */
export async function newerVersion(root: string): Promise<NewerVersion | undefined> {
  if (!existsSync(join(root, '.git'))) throw new CannotUpdate(TEXTS.notAClone)
  const ask = (...args: string[]) => git(root, ...args)
  await orElse(ask('rev-parse', '@{upstream}'), () => TEXTS.noUpstream)
  await orElse(ask('fetch', '--quiet'), TEXTS.unreachable)
  const counts = await ask('rev-list', '--left-right', '--count', 'HEAD...@{upstream}')
  const [ours = 0, theirs = 0] = counts.split('\t').map(Number)
  if (!theirs) return undefined
  if (ours) throw new CannotUpdate(TEXTS.diverged(ours))
  const [from = '', to = ''] = (await ask('rev-parse', 'HEAD', '@{upstream}')).trim().split('\n')
  return { from, to, files: statuses(await ask('diff', '--name-status', '-z', '--no-renames', from, to)) }
}

async function orElse(asked: Promise<string>, sentence: (reason: string) => string): Promise<void> {
  try {
    await asked
  } catch (error) {
    throw error instanceof GitFailed ? new CannotUpdate(sentence(error.message)) : error
  }
}

/** Statuses and paths come in turns, each ended by a NUL. */
function statuses(text: string): Map<string, string> {
  const parts = text.split('\0')
  const files = new Map<string, string>()
  for (let index = 0; index + 1 < parts.length; index += 2) files.set(parts[index + 1]!, parts[index]!)
  return files
}
