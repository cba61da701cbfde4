import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fakeLesson } from '../proof/support/fake-lesson.ts'
import { differingStubs, stubOf, writeStubs } from './write-stubs.ts'

describe('stubOf', () => {
  test('derives the starting file from the solution, whatever the learner wrote', () => {
    const stub = stubOf(fakeLesson({ exercise: '// lo mío' }))
    expect(stub).toContain("throw new Error('TODO 2: despedir')")
    expect(stub).not.toContain('lo mío')
  })
})

describe('writeStubs', () => {
  test('writes each starting file over its exercise', () => {
    const lesson = fakeLesson({ exercise: '// lo mío' })
    writeStubs([lesson])
    expect(readFileSync(lesson.exercise, 'utf8')).toBe(stubOf(lesson))
  })

  test('leaves the solution alone', () => {
    const lesson = fakeLesson()
    const before = readFileSync(lesson.solution, 'utf8')
    writeStubs([lesson])
    expect(readFileSync(lesson.solution, 'utf8')).toBe(before)
  })
})

describe('differingStubs', () => {
  test('finds nothing when every exercise is its starting file', () => {
    expect(differingStubs([fakeLesson(), fakeLesson()])).toEqual([])
  })

  test('finds an exercise with one more character', () => {
    const [same, other] = [fakeLesson(), fakeLesson()]
    writeFileSync(other.exercise, `${stubOf(other)} `)
    expect(differingStubs([same, other]).map(({ folder }) => folder)).toEqual([other.folder])
  })

  test('finds an exercise that is gone', () => {
    const lesson = fakeLesson()
    rmSync(lesson.exercise)
    expect(differingStubs([lesson])).toHaveLength(1)
  })

  test('gives whole lessons, to tell which file differs', () => {
    const lesson = fakeLesson({ exercise: '' })
    expect(differingStubs([lesson])).toEqual([lesson])
  })
})
