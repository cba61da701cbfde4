import { describe, expect, test } from 'vitest'
import { appOf } from '../curriculum/lesson.ts'
import { UnknownLesson } from '../curriculum/lessons.ts'
import { chooseLesson, entryAfter } from './choice.ts'

describe('chooseLesson', () => {
  test.each(['3', '03'])('takes %s for one lesson, with the solutions of the others', async (name) => {
    const { lessons, allMine } = await chooseLesson(name)
    expect([lessons.map(({ slug }) => slug), allMine]).toEqual([['03-expiracion'], false])
  })

  test('takes final for the whole book as the learner’s own, with its last app', async () => {
    const { lessons, allMine } = await chooseLesson('final')
    expect([lessons.length, appOf(lessons).slug, allMine]).toEqual([8, '08-https', true])
  })

  test('takes ampliacion for all lessons, with the last app of all', async () => {
    const { lessons, allMine } = await chooseLesson('ampliacion')
    expect([lessons.length, appOf(lessons).slug, allMine]).toEqual([12, '12-varios-procesos', true])
  })

  test.each(['', '0', '-1', '1.5', '99', 'tres'])('knows no lesson «%s»', async (name) => {
    await expect(chooseLesson(name)).rejects.toThrow(UnknownLesson)
  })
})

describe('entryAfter', () => {
  test.each([
    ['3', '4'],
    ['8', 'final'],
    ['final', undefined],
    ['9', '10'],
    ['12', 'ampliacion'],
    ['ampliacion', undefined],
  ])('after %s comes %s', async (name, next) => {
    expect(entryAfter(await chooseLesson(name))?.name).toBe(next)
  })
})
