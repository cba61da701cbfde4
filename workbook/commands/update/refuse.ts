import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { CannotUpdate } from './cannot-update.ts'
import type { NewerVersion } from './newer-version.ts'
import { LOCKFILE, pathIn } from './paths.ts'
import { TEXTS } from './texts.ts'

/** Throws `CannotUpdate` if one of these changed files is not the learner's to edit. */
export function refuseIfEdited(changed: readonly string[], lessons: readonly Lesson[], root: string): void {
  const free = [LOCKFILE, ...lessons.map(({ exercise }) => pathIn(root, exercise))]
  const edited = changed.filter((path) => !free.includes(path))
  if (edited.length) throw new CannotUpdate(TEXTS.edited(edited))
}

/** Throws `CannotUpdate` if a file that the version adds is already there: it would be replaced. */
export function refuseIfInTheWay({ files }: NewerVersion, root: string): void {
  const added = [...files.keys()].filter((path) => files.get(path) === 'A')
  const inTheWay = added.filter((path) => existsSync(join(root, path)))
  if (inTheWay.length) throw new CannotUpdate(TEXTS.inTheWay(inTheWay))
}
