import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Lesson } from '../curriculum/lesson.ts'
import { ROOT } from '../curriculum/paths.ts'
import { stubOf } from '../curriculum/write-stubs.ts'
import { type Copy, type CopyReason, copyAt, copyNamed } from './copy-file.ts'
import { namesIn, readIfThere } from './on-disk.ts'
import { writeWhole } from './write-whole.ts'

export type { Copy, CopyReason } from './copy-file.ts'

export const COPIES_FOLDER = join(ROOT, '.cuaderno', 'copias')

const KEPT = 50

/**
 * Keeps the learner's text of a lesson, byte for byte, and drops the oldest beyond fifty. Nothing if
 * there is no text, or it is the starting file or the newest copy.
 */
export function keepCopy(lesson: Lesson, reason: CopyReason, folder = COPIES_FOLDER): Copy | undefined {
  const copy = addCopy(lesson, reason, folder)
  dropOldest(lesson.slug, folder)
  return copy
}

/** The copies of a lesson, or of all of them, newest first. */
export function listCopies(slug?: string, folder = COPIES_FOLDER): Copy[] {
  const copies = (slug ? [slug] : namesIn(folder)).flatMap((lesson) =>
    namesIn(join(folder, lesson)).flatMap((name) => copyNamed(folder, lesson, name) ?? []),
  )
  return copies.sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** Brings back a copy, after keeping what is there now. Throws `UnknownCopy` if there is none with that id. */
export function restoreCopy(id: string, lessons: readonly Lesson[], folder = COPIES_FOLDER): Copy {
  const copy = listCopies(undefined, folder).find((copy) => copy.id === id)
  const lesson = lessons.find(({ slug }) => slug === copy?.lesson)
  if (!copy || !lesson) throw new UnknownCopy(id)
  bringBack(copy, lesson, folder)
  return copy
}

/** Writes a copy over the exercise of its lesson, after keeping what is there now. */
export function bringBack(copy: Copy, lesson: Lesson, folder = COPIES_FOLDER): void {
  const text = readFileSync(copy.path)
  if (readIfThere(lesson.exercise)?.equals(text)) return
  addCopy(lesson, 'restaurada', folder)
  writeWhole(lesson.exercise, text)
  // Not before: the one that comes back may be the oldest.
  dropOldest(lesson.slug, folder)
}

/** The newest copy of a lesson, if it holds the text that is there now. */
export function copyOfPresent(lesson: Lesson, folder = COPIES_FOLDER): Copy | undefined {
  const [newest] = listCopies(lesson.slug, folder)
  return newest && readIfThere(lesson.exercise)?.equals(readFileSync(newest.path)) ? newest : undefined
}

function addCopy(lesson: Lesson, reason: CopyReason, folder: string): Copy | undefined {
  const text = readIfThere(lesson.exercise)
  if (!text || text.equals(Buffer.from(stubOf(lesson)))) return undefined
  const same = copyOfPresent(lesson, folder)
  // What undoes a reset looks for the copy that the reset made.
  if (same && (reason !== 'reinicio' || same.reason === reason)) return undefined
  const copy = copyAt(folder, lesson.slug, nextInstant(lesson.slug, folder), reason)
  mkdirSync(dirname(copy.path), { recursive: true })
  writeWhole(copy.path, text)
  return copy
}

/** Now; or just after the newest copy, if both are of the same millisecond or the clock went back. */
function nextInstant(slug: string, folder: string): Date {
  const [newest] = listCopies(slug, folder)
  return new Date(Math.max(Date.now(), newest ? newest.at.getTime() + 1 : 0))
}

function dropOldest(slug: string, folder: string): void {
  for (const { path } of listCopies(slug, folder).slice(KEPT)) rmSync(path, { force: true })
}

/** There is no copy with that id. */
export class UnknownCopy extends Error {}
