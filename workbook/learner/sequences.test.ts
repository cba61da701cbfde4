import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Lesson } from '../curriculum/lesson.ts'
import { stubOf } from '../curriculum/write-stubs.ts'
import { fakeLesson } from '../proof/support/fake-lesson.ts'
import { withoutWaitingForTheDisk } from '../proof/support/no-disk-wait.ts'
import { seeded } from '../proof/support/seeded.ts'
import { tempFolder } from '../proof/support/temp-folder.ts'
import { keepCopy, listCopies, resetLesson, restoreCopy, undoReset } from './copies.ts'

withoutWaitingForTheDisk()

// What is proved is which texts are kept, not that the disk has them: half a minute of waiting for it.
vi.mock(import('node:fs'), async (original) => {
  const fs = await original()
  const writeFileSync: typeof fs.writeFileSync = (file, data) => fs.writeFileSync(file, data)
  return { ...fs, writeFileSync }
})

const SEQUENCES = 200
const STEPS = 20

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

interface Place {
  lesson: Lesson
  folder: string
  pick: (limit: number) => number
}

/** Few different texts, so that the same ones come back: that is where a copy could be saved wrongly. */
function edit({ lesson, pick }: Place): void {
  const texts = ['', stubOf(lesson), 'uno', 'dos\r\n', '\uFEFFtres', `nuevo ${pick(1e9)}`]
  const text = texts[pick(texts.length + 1)]
  if (text === undefined) rmSync(lesson.exercise, { force: true })
  else writeFileSync(lesson.exercise, text)
}

function restoreAny({ lesson, folder, pick }: Place): void {
  const copies = listCopies(lesson.slug, folder)
  const copy = copies[pick(copies.length)]
  if (copy) restoreCopy(copy.id, [lesson], folder)
}

const DESTRUCTIVE = [
  ({ lesson, folder }: Place) => resetLesson(lesson, folder),
  ({ lesson, folder }: Place) => undoReset(lesson, folder),
  restoreAny,
]
const HARMLESS = [edit, edit, edit, ({ lesson, folder }: Place) => keepCopy(lesson, 'superada', folder)]

/** Gives the texts that should be on disk at the end: those that a destructive step replaced. */
function live(place: Place): string[] {
  const steps = [...HARMLESS, ...DESTRUCTIVE]
  return Array.from({ length: STEPS }, () => {
    const index = place.pick(steps.length)
    const before = read(place.lesson.exercise)
    steps[index]?.(place)
    const replaced = index >= HARMLESS.length && read(place.lesson.exercise) !== before
    return replaced ? before : undefined
  }).filter((text) => text !== undefined)
}

test(`${SEQUENCES} random lives lose no text that a reset, an undo or a restore replaced`, () => {
  const lesson = fakeLesson()
  const base = tempFolder()
  for (let seed = 1; seed <= SEQUENCES; seed += 1) {
    const place = { lesson, folder: join(base, String(seed)), pick: seeded(seed) }
    const replaced = live(place)
    const copies = listCopies(lesson.slug, place.folder).map(({ path }) => path)
    const onDisk = [stubOf(lesson), ...[lesson.exercise, ...copies].map(read)]
    expect(
      replaced.filter((text) => !onDisk.includes(text)),
      `seed ${seed}`,
    ).toEqual([])
  }
}, 60_000)
