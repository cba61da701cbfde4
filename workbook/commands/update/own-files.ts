import { existsSync } from 'node:fs'
import { relative, sep } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { differingStubs } from '../../curriculum/write-stubs.ts'
import { keepCopy } from '../../learner/copies.ts'

/** What npm rewrites by itself. */
export const LOCKFILE = 'package-lock.json'

/** What a newer version does to each file, by its path with `/`: A(dds), M(odifies), D(eletes). */
export type Statuses = ReadonlyMap<string, string>

/** What an update did. */
export interface Update {
  files: Statuses
  /** The lessons whose exercise has work of the learner, in order. */
  edited: Lesson[]
  /** The commit that was there before, in a clone. */
  from?: string
}

/** How a file of the project is called, by git and in a package. */
export function pathIn(root: string, file: string): string {
  return relative(root, file).replaceAll(sep, '/')
}

/** The files that are the learner's to edit, and the one that npm rewrites. */
export function freeFiles(lessons: readonly Lesson[], root: string): string[] {
  return [LOCKFILE, ...lessons.map(({ exercise }) => pathIn(root, exercise))]
}

/** Keeps a copy of each exercise with work of the learner. Gives their lessons and their paths. */
export function keepEdited(
  lessons: readonly Lesson[],
  root: string,
  folder: string,
): { edited: Lesson[]; kept: string[] } {
  const edited = differingStubs(lessons).filter(({ exercise }) => existsSync(exercise))
  for (const lesson of edited) keepCopy(lesson, 'actualizada', folder)
  return { edited, kept: edited.map(({ exercise }) => pathIn(root, exercise)) }
}
