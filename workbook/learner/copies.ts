import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from '../curriculum/lesson.ts'
import { ROOT } from '../curriculum/paths.ts'
import { stubOf } from '../curriculum/write-stubs.ts'
import { writeWhole } from './write-whole.ts'

/** Why a copy was made. */
export type CopyReason = 'reinicio' | 'superada' | 'restaurada' | 'actualizada'

/** A text of the learner that was kept. */
export interface Copy {
  /** Short enough to be typed. */
  id: string
  /** Name of the lesson's folder. */
  lesson: string
  reason: CopyReason
  at: Date
  /** Absolute path. */
  path: string
}

export const COPIES_FOLDER = join(ROOT, '.cuaderno', 'copias')

const KEPT = 50
// It has no «:»: Windows forbids it.
const NAME =
  /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-(reinicio|superada|restaurada|actualizada)\.ts$/

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

/** Puts the starting file back and gives the copy of what was there; nothing if there was no work in it. */
export function resetLesson(lesson: Lesson, folder = COPIES_FOLDER): Copy | undefined {
  const copy = keepCopy(lesson, 'reinicio', folder) ?? copyOfPresent(lesson, folder)
  writeWhole(lesson.exercise, stubOf(lesson))
  return copy
}

/** Brings back what the last reset replaced, after keeping what is there now; nothing if there was none. */
export function undoReset(lesson: Lesson, folder = COPIES_FOLDER): Copy | undefined {
  const copy = listCopies(lesson.slug, folder).find(({ reason }) => reason === 'reinicio')
  if (copy) bringBack(copy, lesson, folder)
  return copy
}

/** Writes a copy over the exercise of its lesson, after keeping what is there now. */
function bringBack(copy: Copy, lesson: Lesson, folder: string): void {
  const text = readFileSync(copy.path)
  if (readIfThere(lesson.exercise)?.equals(text)) return
  addCopy(lesson, 'restaurada', folder)
  writeWhole(lesson.exercise, text)
  // Not before: the one that comes back may be the oldest.
  dropOldest(lesson.slug, folder)
}

/** The newest copy of a lesson, if it holds the text that is there now. */
function copyOfPresent(lesson: Lesson, folder: string): Copy | undefined {
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

/** The copy that a lesson keeps under `folder` at that instant. */
function copyAt(folder: string, lesson: string, at: Date, reason: CopyReason): Copy {
  const name = `${at.toISOString().replace(/[:.]/g, '-')}-${reason}.ts`
  const id = `${Number.parseInt(lesson, 10)}-${at.getTime().toString(36)}`
  return { id, lesson, reason, at, path: join(folder, lesson, name) }
}

/** The copy that a file is; nothing if it is something else that somebody left there. */
function copyNamed(folder: string, lesson: string, name: string): Copy | undefined {
  const [, day, hours, minutes, seconds, milliseconds, reason] = NAME.exec(name) ?? []
  const at = new Date(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`)
  return Number.isNaN(at.getTime()) ? undefined : copyAt(folder, lesson, at, reason as CopyReason)
}

function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined
}

/** The names of what is in a folder: none if it is not there or is no folder. */
function namesIn(path: string): string[] {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path) : []
}

/** There is no copy with that id. */
export class UnknownCopy extends Error {}
