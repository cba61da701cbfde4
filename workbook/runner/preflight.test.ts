import { rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { deriveStub } from '../curriculum/stub.ts'
import { fakeLesson, SOLUTION } from '../proof/support/fake-lesson.ts'
import { TEXTS } from '../verdict/explain/texts.ts'
import { preflight } from './preflight.ts'

const inspect = async (...parts: Parameters<typeof fakeLesson>) =>
  (await preflight(fakeLesson(...parts))).failure

describe('preflight', () => {
  test('says nothing of the starting file and gives its text', async () => {
    expect(await preflight(fakeLesson())).toEqual({ source: deriveStub(SOLUTION) })
  })

  test('says that the file is gone', async () => {
    const lesson = fakeLesson()
    rmSync(lesson.exercise)
    expect(await preflight(lesson)).toEqual({ failure: { sentence: TEXTS.missing('saludos.ts') } })
  })

  test.each(['', ' \n\t\n'])('says that the file is empty: %j', async (exercise) => {
    const lesson = fakeLesson({ exercise })
    expect((await preflight(lesson)).failure).toEqual({
      sentence: TEXTS.empty('saludos.ts'),
      place: { file: lesson.exercise, line: 1 },
    })
  })

  test('tells a syntax error in Spanish with its line', async () => {
    const lesson = fakeLesson({ exercise: 'export const uno = 1\nexport const dos = (2\n' })
    expect((await preflight(lesson)).failure).toEqual({
      sentence: TEXTS.syntax('saludos.ts', "se esperaba ')'"),
      place: { file: lesson.exercise, line: 3 },
    })
  })

  test('names every export that was lost', async () => {
    const exercise = SOLUTION.replaceAll('export ', '')
    const failure = await inspect({ exercise })
    expect(failure?.sentence).toBe(TEXTS.noExport('saludos.ts', '«saludar», «despedir»'))
  })

  test('names an export that was renamed', async () => {
    const failure = await inspect({ exercise: SOLUTION.replace('saludar(', 'saluda(') })
    expect(failure?.sentence).toBe(TEXTS.renamedExport('saludos.ts', 'saludar', 'saluda'))
  })

  test('does not miss a type, which nobody imports at run time', async () => {
    const solution = `export interface Saludo { texto: string }\nexport type Otro = string\n${SOLUTION}`
    expect(await inspect({ solution, exercise: SOLUTION })).toBeUndefined()
  })

  test('accepts an export written in another way', async () => {
    const exercise = `${SOLUTION.replaceAll('export ', '')}\nexport { saludar, despedir }\n`
    expect(await inspect({ exercise })).toBeUndefined()
  })

  test('does not mistake a type for the value that has its name', async () => {
    const exercise = SOLUTION.replace(/export function saludar[\s\S]*?\n}/, 'export type saludar = string')
    expect((await inspect({ exercise }))?.sentence).toContain('«saludar»')
  })
})
