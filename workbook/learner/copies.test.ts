import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Lesson } from '../curriculum/lesson.ts'
import { stubOf } from '../curriculum/write-stubs.ts'
import { fakeLesson } from '../proof/support/fake-lesson.ts'
import { withoutWaitingForTheDisk } from '../proof/support/no-disk-wait.ts'
import { tempFolder } from '../proof/support/temp-folder.ts'
import {
  COPIES_FOLDER,
  keepCopy,
  listCopies,
  resetLesson,
  restoreCopy,
  UnknownCopy,
  undoReset,
} from './copies.ts'

withoutWaitingForTheDisk()

let lesson: Lesson
let folder: string

beforeEach(() => {
  lesson = fakeLesson()
  folder = join(tempFolder(), 'copias')
})

afterEach(() => {
  vi.useRealTimers()
})

const write = (text: string | Uint8Array, { exercise } = lesson) => writeFileSync(exercise, text)
const text = ({ exercise } = lesson) => readFileSync(exercise, 'utf8')
const texts = (slug?: string) => listCopies(slug, folder).map(({ path }) => readFileSync(path, 'utf8'))
const keep = (content: string) => {
  write(content)
  return keepCopy(lesson, 'superada', folder)
}
const reset = () => resetLesson(lesson, folder)
const undo = () => undoReset(lesson, folder)
const another = (): Lesson => ({ ...fakeLesson(), number: 2, slug: '02-otra' })

test('copies live where git does not look', () => {
  expect(COPIES_FOLDER.split(/[\\/]/).slice(-2)).toEqual(['.cuaderno', 'copias'])
})

describe('keepCopy', () => {
  test('keeps the text byte for byte, with BOM, CRLF and bytes that are no text', () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0xff, 0x00])
    write(bytes)
    const copy = keepCopy(lesson, 'superada', folder)
    expect(readFileSync(copy?.path ?? '').equals(bytes)).toBe(true)
  })

  test('keeps also an empty text', () => {
    expect(keep('')).toMatchObject({ lesson: '01-saludos', reason: 'superada' })
  })

  test('names it so that any system admits, with an id to type that starts with the lesson', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-02T10:15:30.123Z') })
    const { id, path } = keep('uno')!
    expect(path.split(/[\\/]/).slice(-2)).toEqual([lesson.slug, '2026-01-02T10-15-30-123Z-superada.ts'])
    expect(id).toMatch(/^1-[a-z0-9]{8}$/)
  })

  test('gives each copy an id of its own, also in another lesson at the same instant', () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const other = another()
    write('de otra', other)
    const ids = [keep('uno'), keep('dos'), keepCopy(other, 'superada', folder)].map((copy) => copy?.id)
    expect(new Set(ids).size).toBe(3)
  })

  test('leaves no draft behind', () => {
    keep('uno')
    expect(readdirSync(join(folder, lesson.slug))).toHaveLength(1)
  })

  test('keeps nothing if there is no file', () => {
    rmSync(lesson.exercise)
    expect(keepCopy(lesson, 'superada', folder)).toBeUndefined()
  })

  test('keeps nothing of the starting file', () => {
    expect(keepCopy(lesson, 'superada', folder)).toBeUndefined()
    expect(listCopies(undefined, folder)).toEqual([])
  })

  test('keeps nothing twice in a row', () => {
    expect([keep('uno'), keep('uno')]).toEqual([expect.anything(), undefined])
  })

  test('keeps again a text that is only in an older copy', () => {
    for (const content of ['uno', 'dos', 'uno']) keep(content)
    expect(texts()).toEqual(['uno', 'dos', 'uno'])
  })

  test('keeps a text again when it is reset, because undoing looks for that copy', () => {
    keep('uno')
    expect(keepCopy(lesson, 'reinicio', folder)?.reason).toBe('reinicio')
    expect(keepCopy(lesson, 'reinicio', folder)).toBeUndefined()
  })

  test('keeps the newest fifty of each lesson', () => {
    const other = another()
    write('de otra', other)
    keepCopy(other, 'superada', folder)
    for (let number = 1; number <= 53; number += 1) keep(`texto ${number}`)
    expect(texts(lesson.slug)).toHaveLength(50)
    expect([texts(lesson.slug)[0], texts(lesson.slug).at(-1)]).toEqual(['texto 53', 'texto 4'])
    expect(texts(other.slug)).toEqual(['de otra'])
  })

  test('never touches a file of somebody else among the copies', () => {
    mkdirSync(join(folder, lesson.slug), { recursive: true })
    const foreign = join(folder, lesson.slug, 'apuntes.txt')
    writeFileSync(foreign, 'míos')
    for (let number = 1; number <= 51; number += 1) keep(`texto ${number}`)
    expect(readFileSync(foreign, 'utf8')).toBe('míos')
  })
})

describe('listCopies', () => {
  test('is empty before there is any', () => {
    expect(listCopies(undefined, folder)).toEqual([])
  })

  test('gives the newest first, also of the same millisecond or if the clock goes back', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-02T10:00:00Z') })
    keep('uno')
    keep('dos')
    vi.setSystemTime(new Date('2025-01-01T00:00:00Z'))
    keep('tres')
    expect(texts()).toEqual(['tres', 'dos', 'uno'])
  })

  test('gives those of one lesson or of all', () => {
    const other = another()
    write('de otra', other)
    keepCopy(other, 'superada', folder)
    keep('mía')
    expect([texts('02-otra'), texts().sort()]).toEqual([['de otra'], ['de otra', 'mía']])
  })

  test.each(['reinicio', 'superada', 'restaurada', 'actualizada'] as const)(
    'tells when and why: %s',
    (why) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-02T10:15:30.123Z') })
      write('uno')
      const copy = keepCopy(lesson, why, folder)
      expect(copy).toMatchObject({ reason: why, at: new Date('2026-01-02T10:15:30.123Z') })
      expect(listCopies(undefined, folder)).toEqual([copy])
    },
  )

  test.each([
    'apuntes.ts',
    '2026-01-02T10-15-30-123Z-otra.ts',
    '2026-13-45T99-15-30-123Z-reinicio.ts',
    '2026-01-02T10-15-30-123Z-reinicio.ts.4242.tmp',
  ])('passes over a file of somebody else: %s', (name) => {
    mkdirSync(join(folder, lesson.slug), { recursive: true })
    writeFileSync(join(folder, lesson.slug, name), 'suyo')
    expect(listCopies(undefined, folder)).toEqual([])
  })

  test('passes over a stray file beside the lessons', () => {
    keep('uno')
    writeFileSync(join(folder, 'leeme.txt'), 'hola')
    expect(texts()).toEqual(['uno'])
  })
})

describe('restoreCopy', () => {
  test('brings the text back and keeps what was there', () => {
    const copy = keep('uno')!
    write('dos')
    expect(restoreCopy(copy.id, [another(), lesson], folder)).toEqual(copy)
    expect([text(), texts()]).toEqual(['uno', ['dos', 'uno']])
    expect(listCopies(lesson.slug, folder)[0]?.reason).toBe('restaurada')
  })

  test('brings back the file if it was deleted', () => {
    const copy = keep('uno')!
    rmSync(lesson.exercise)
    restoreCopy(copy.id, [lesson], folder)
    expect(text()).toBe('uno')
  })

  test('does nothing if that is the text that is there', () => {
    const [first] = [keep('uno')!, keep('dos')]
    write('uno')
    restoreCopy(first.id, [lesson], folder)
    expect(texts()).toEqual(['dos', 'uno'])
  })

  test('brings back the oldest of fifty, which gives way to what was there', () => {
    for (let number = 1; number <= 50; number += 1) keep(`texto ${number}`)
    write('nuevo')
    restoreCopy(listCopies(lesson.slug, folder).at(-1)!.id, [lesson], folder)
    expect([text(), texts()[0], texts().length]).toEqual(['texto 1', 'nuevo', 50])
  })

  test('keeps the oldest of fifty if it could not be brought back', () => {
    for (let number = 1; number <= 50; number += 1) keep(`texto ${number}`)
    write('nuevo')
    mkdirSync(`${lesson.exercise}.${process.pid}.tmp`)
    expect(() => restoreCopy(listCopies(lesson.slug, folder).at(-1)!.id, [lesson], folder)).toThrow()
    expect([text(), texts()[0], texts().at(-1)]).toEqual(['nuevo', 'nuevo', 'texto 1'])
  })

  test.each(['', '1-nada', '../token'])('throws UnknownCopy for %j and changes nothing', (id) => {
    keep('uno')
    expect(() => restoreCopy(id, [lesson], folder)).toThrow(UnknownCopy)
    expect(text()).toBe('uno')
  })

  test('throws UnknownCopy for a copy of a lesson that is no more', () => {
    const copy = keep('uno')!
    expect(() => restoreCopy(copy.id, [another()], folder)).toThrow(UnknownCopy)
  })
})

describe('resetLesson', () => {
  test('puts the starting file back and gives the copy of what was there', () => {
    write('lo mío')
    const copy = reset()
    expect(text()).toBe(stubOf(lesson))
    expect([copy?.reason, readFileSync(copy?.path ?? '', 'utf8')]).toEqual(['reinicio', 'lo mío'])
  })

  test('gives no copy if it already is the starting file', () => {
    expect(reset()).toBeUndefined()
    expect(text()).toBe(stubOf(lesson))
  })

  test('puts back a file that was deleted', () => {
    rmSync(lesson.exercise)
    expect(reset()).toBeUndefined()
    expect(text()).toBe(stubOf(lesson))
  })

  test('gives the copy that holds the text if it had been kept before', () => {
    write('lo mío')
    const first = reset()
    undo()
    expect(reset()).toEqual(first)
    expect(listCopies(lesson.slug, folder)).toHaveLength(1)
  })
})

describe('undoReset', () => {
  test('brings back what the reset replaced', () => {
    write('lo mío')
    const copy = reset()
    expect(undo()).toEqual(copy)
    expect(text()).toBe('lo mío')
  })

  test('brings back a text that had been kept when the lesson turned green', () => {
    write('primera')
    reset()
    write('superada')
    keepCopy(lesson, 'superada', folder)
    reset()
    undo()
    expect(text()).toBe('superada')
  })

  test('keeps what was written after the reset', () => {
    write('antes')
    reset()
    write('después')
    undo()
    const [newest] = listCopies(lesson.slug, folder)
    expect([newest?.reason, readFileSync(newest?.path ?? '', 'utf8')]).toEqual(['restaurada', 'después'])
  })

  test('brings back the same text however often it is asked', () => {
    write('antes')
    reset()
    undo()
    undo()
    expect([text(), listCopies(lesson.slug, folder).length]).toEqual(['antes', 1])
  })

  test('does nothing if there was no reset', () => {
    write('lo mío')
    keepCopy(lesson, 'superada', folder)
    write('otra cosa')
    expect(undo()).toBeUndefined()
    expect(text()).toBe('otra cosa')
  })
})
