import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { COPIES_FOLDER, keepCopy } from '../copies/copies.ts'
import type { Lesson } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { differingStubs } from '../curriculum/write-stubs.ts'
import { CannotUpdate } from './cannot-update.ts'
import { fastForward } from './fast-forward.ts'
import { GitFailed, git } from './git.ts'
import { type NewerVersion, newerVersion } from './newer-version.ts'
import { TEXTS } from './texts.ts'

/** What an update did. */
export interface Update extends NewerVersion {
  /** The lessons whose exercise has work of the learner, in order. */
  edited: Lesson[]
}

export const LOCKFILE = 'package-lock.json'

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
    const dirty = await dirtyFiles(root)
    refuse(dirty, version, lessons, root)
    const edited = differingStubs(lessons).filter(({ exercise }) => existsSync(exercise))
    for (const lesson of edited) keepCopy(lesson, 'actualizada', folder)
    const kept = edited.map(({ exercise }) => pathIn(root, exercise))
    await fastForward(root, version, { dirty, kept })
    return { ...version, edited }
  } catch (error) {
    throw error instanceof GitFailed ? new CannotUpdate(TEXTS.failed(error.message)) : error
  }
}

/** How git calls a file of the project. */
export function pathIn(root: string, file: string): string {
  return relative(root, file).replaceAll(sep, '/')
}

async function dirtyFiles(root: string): Promise<string[]> {
  const names = await git(root, 'diff', '--name-only', '-z', '--no-renames', 'HEAD')
  return names.split('\0').filter(Boolean)
}

/** Only exercises are the learner's to edit; npm rewrites the lockfile by itself. */
function refuse(
  dirty: readonly string[],
  { files }: NewerVersion,
  lessons: readonly Lesson[],
  root: string,
): void {
  const free = [LOCKFILE, ...lessons.map(({ exercise }) => pathIn(root, exercise))]
  const edited = dirty.filter((path) => !free.includes(path))
  if (edited.length) throw new CannotUpdate(TEXTS.edited(edited))
  const added = [...files.keys()].filter((path) => files.get(path) === 'A')
  const inTheWay = added.filter((path) => existsSync(join(root, path)))
  if (inTheWay.length) throw new CannotUpdate(TEXTS.inTheWay(inTheWay))
}
