import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Lesson } from '../curriculum/lesson.ts'
import { deriveStub } from '../curriculum/stub.ts'
import { fakeLesson, SOLUTION } from '../proof/support/fake-lesson.ts'
import { tempFolder } from '../proof/support/temp-folder.ts'
import { failingTask, openedHints, openHint, UnknownTask } from './ladder.ts'
import { lessonProgress, remember, rememberAttempt, rememberGreen } from './progress.ts'

const TASK = 'saludar'

let lesson: Lesson
let file: string

beforeEach(() => {
  lesson = fakeLesson()
  file = join(tempFolder(), 'progreso.json')
})

const open = (task = TASK) => openHint(lesson, task, file)
let attempts = 0
const fail = () => rememberAttempt(lesson.slug, `intento ${attempts++}`, undefined, file)
const hint = (rung: number, text: string) => ({ task: TASK, title: 'Saludar por su nombre', rung, text })

describe('openHint', () => {
  test('opens the first one at once', () => {
    expect(open()).toEqual({ hint: hint(1, 'mira') })
  })

  test('shows again the one that is open until another run fails', () => {
    open()
    expect([open(), open()]).toEqual([{ wait: hint(1, 'mira') }, { wait: hint(1, 'mira') }])
  })

  test('opens one more after each run that fails', () => {
    const rungs = [open(), fail(), open(), fail(), open()]
    expect(rungs).toEqual([
      { hint: hint(1, 'mira') },
      undefined,
      { hint: hint(2, 'usa') },
      undefined,
      { hint: hint(3, 'copia') },
    ])
  })

  test('does not save up the runs that failed before the last hint', () => {
    for (let run = 0; run < 5; run += 1) fail()
    open()
    fail()
    fail()
    open()
    expect(open()).toEqual({ wait: hint(2, 'usa') })
  })

  test('does not take a green run for an attempt', () => {
    open()
    rememberGreen(lesson.slug, file)
    expect(open()).toEqual({ wait: hint(1, 'mira') })
  })

  test('says which was the last, whatever fails afterwards', () => {
    for (let rung = 1; rung <= 3; rung += 1) {
      open()
      fail()
    }
    expect([open(), open()]).toEqual([{ last: hint(3, 'copia') }, { last: hint(3, 'copia') }])
  })

  test('goes up for each task on its own', () => {
    open()
    expect(open('despedir')).toMatchObject({ hint: { task: 'despedir', rung: 1, text: 'busca' } })
    expect(lessonProgress(lesson.slug, file).hints).toEqual({
      saludar: { rung: 1, failures: 0 },
      despedir: { rung: 1, failures: 0 },
    })
  })

  test('starts with the first hint if what is remembered makes no sense', () => {
    remember(lesson.slug, { hints: { [TASK]: { rung: 0, failures: 9 } } }, file)
    expect(open()).toEqual({ hint: hint(1, 'mira') })
  })

  test('throws UnknownTask for a task of another lesson and remembers nothing', () => {
    expect(() => open('leerDuracion')).toThrow(UnknownTask)
    expect(lessonProgress(lesson.slug, file).hints).toEqual({})
  })
})

describe('openedHints', () => {
  test('is empty before any was opened', () => {
    expect(openedHints(lesson, file)).toEqual([])
  })

  test('gives every one that is open, in the order of the tasks', () => {
    open('despedir')
    open()
    fail()
    open()
    expect(openedHints(lesson, file).map(({ task, rung, text }) => [task, rung, text])).toEqual([
      ['saludar', 1, 'mira'],
      ['saludar', 2, 'usa'],
      ['despedir', 1, 'busca'],
    ])
  })

  test('passes over a task that the lesson no longer has', () => {
    remember(lesson.slug, { hints: { otra: { rung: 2, failures: 0 } } }, file)
    expect(openedHints(lesson, file)).toEqual([])
  })
})

describe('failingTask', () => {
  test('is the first one of the starting file', () => {
    expect(failingTask(lesson, file)).toBe('saludar')
  })

  test('is the second one once the first is done', () => {
    writeFileSync(lesson.exercise, deriveStub(SOLUTION, 1))
    expect(failingTask(lesson, file)).toBe('despedir')
  })

  test('is the first in the order of the tasks, not of the text', () => {
    const [one, two] = readFileSync(lesson.exercise, 'utf8').split(/(?=export function despedir)/)
    writeFileSync(lesson.exercise, `${two}${one}`)
    expect(failingTask(lesson, file)).toBe('saludar')
  })

  test('is the one that was red in the last run of this text, though another TODO is left', () => {
    const text = deriveStub(SOLUTION, 1)
    writeFileSync(lesson.exercise, text)
    rememberAttempt(lesson.slug, text, 'saludar', file)
    expect(failingTask(lesson, file)).toBe('saludar')
    writeFileSync(lesson.exercise, `${text}\n// otra cosa`)
    expect(failingTask(lesson, file)).toBe('despedir')
  })

  test('is none if no TODO is left', () => {
    writeFileSync(lesson.exercise, SOLUTION)
    expect(failingTask(lesson, file)).toBeUndefined()
  })

  test('is none if the file is gone', () => {
    rmSync(lesson.exercise)
    expect(failingTask(lesson, file)).toBeUndefined()
  })
})
