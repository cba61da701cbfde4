import { existsSync } from 'node:fs'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { differingStubs } from '../../curriculum/write-stubs.ts'
import { COPIES_FOLDER, keepCopy } from '../../learner/copies.ts'
import { CannotUpdate } from './cannot-update.ts'
import { fastForward } from './fast-forward.ts'
import { GitFailed, git } from './git.ts'
import { type NewerVersion, newerVersion } from './newer-version.ts'
import { pathIn } from './paths.ts'
import { refuseIfEdited, refuseIfInTheWay } from './refuse.ts'
import { TEXTS } from './texts.ts'

/** What an update did. */
export interface Update extends NewerVersion {
  /** The lessons whose exercise has work of the learner, in order. */
  edited: Lesson[]
}

/**
 * Brings the newest version of the workbook and leaves the exercises that the learner edited as they
 * are. Nothing if there is none. Throws `CannotUpdate`; then their texts have not changed.
 */
export async function updateWorkbook(
  lessons: readonly Lesson[],
  root = ROOT,
  folder = COPIES_FOLDER,
): Promise<Update | undefined> {
  try {
    const version = await newerVersion(root)
    if (!version) return undefined
    const { dirty, changed } = await differingFiles(root)
    refuseIfEdited(changed, lessons, root)
    refuseIfInTheWay(version, root)
    const edited = differingStubs(lessons).filter(({ exercise }) => existsSync(exercise))
    for (const lesson of edited) keepCopy(lesson, 'actualizada', folder)
    const kept = edited.map(({ exercise }) => pathIn(root, exercise))
    await fastForward(root, version, { dirty, kept })
    return { ...version, edited }
  } catch (error) {
    throw error instanceof GitFailed ? new CannotUpdate(TEXTS.failed(error.message)) : error
  }
}

/** `dirty`: all that git would not replace. `changed`: without those that differ only in line endings. */
async function differingFiles(root: string): Promise<{ dirty: string[]; changed: string[] }> {
  const states = await git(root, 'status', '--porcelain', '-z', '--no-renames', '--untracked-files=no')
  const names = await git(root, 'diff', '--name-only', '-z', '--no-renames', 'HEAD')
  const split = (text: string) => text.split('\0').filter(Boolean)
  return { dirty: split(states).map((state) => state.slice('XY '.length)), changed: split(names) }
}
