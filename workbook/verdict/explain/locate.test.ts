import { describe, expect, test } from 'vitest'
import { deriveStub } from '../../curriculum/stub.ts'
import { fakeLesson, SOLUTION } from '../../proof/support/fake-lesson.ts'
import { locateFailure } from './locate.ts'
import { TEXTS } from './texts.ts'

const FAILURE = { sentence: 'Devuelve el saludo', expected: 'Hola', received: 'Adiós' }
const lineOf = (source: string, text: string) =>
  source.split('\n').findIndex((line) => line.includes(text)) + 1

describe('locateFailure', () => {
  test('says that the TODO is still there, and its line, instead of what failed', () => {
    const lesson = fakeLesson()
    const source = deriveStub(SOLUTION)
    expect(locateFailure(FAILURE, 'despedir', lesson, { source })).toMatchObject({
      sentence: TEXTS.todo(2, 'Despedir por su nombre'),
      place: { file: lesson.exercise, line: lineOf(source, 'TODO 2') },
    })
  })

  test('keeps the sentence and the values once the TODO is solved', () => {
    const located = locateFailure(FAILURE, 'saludar', fakeLesson(), { source: deriveStub(SOLUTION, 1) })
    expect(located).toMatchObject(FAILURE)
  })

  test('points at the function of the task if nothing better is known', () => {
    const lesson = fakeLesson()
    const { place } = locateFailure(FAILURE, 'despedir', lesson, { source: SOLUTION })
    expect(place).toEqual({ file: lesson.exercise, line: lineOf(SOLUTION, 'function despedir') })
  })

  test('keeps the place that the error itself told', () => {
    const lesson = fakeLesson()
    const place = { file: lesson.exercise, line: 3 }
    expect(locateFailure({ ...FAILURE, place }, 'saludar', lesson, { source: SOLUTION }).place).toBe(place)
  })

  test('adds the error that the app logged, and prefers its place', () => {
    const lesson = fakeLesson()
    const path = lesson.exercise.replaceAll('\\', '/')
    const console = `TypeError: roto\n    at saludar (${path}:24:3)\n`
    const located = locateFailure(FAILURE, 'saludar', lesson, { source: SOLUTION, console })
    expect(located).toMatchObject({ thrown: 'TypeError: roto', place: { file: lesson.exercise, line: 24 } })
  })

  test('gives no place to a task that is not in the file', () => {
    const { place } = locateFailure(FAILURE, 'otra', fakeLesson(), { source: SOLUTION })
    expect(place).toBeUndefined()
  })
})
