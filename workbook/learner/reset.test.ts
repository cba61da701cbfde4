import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Lesson } from '../curriculum/lesson.ts'
import { stubOf } from '../curriculum/write-stubs.ts'
import { fakeLesson } from '../proof/support/fake-lesson.ts'
import { tempFolder } from '../proof/support/temp-folder.ts'
import { keepCopy, listCopies } from './copies.ts'
import { resetLesson, undoReset } from './reset.ts'

let lesson: Lesson
let folder: string

beforeEach(() => {
  lesson = fakeLesson()
  folder = join(tempFolder(), 'copias')
})

const write = (text: string) => writeFileSync(lesson.exercise, text)
const text = () => readFileSync(lesson.exercise, 'utf8')
const reset = () => resetLesson(lesson, folder)
const undo = () => undoReset(lesson, folder)

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
