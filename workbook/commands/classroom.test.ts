import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'
import { TEXTS } from './reports/texts.ts'

const FILE = join('.github', 'workflows', 'classroom.yml')
let copy: ProjectCopy

beforeAll(async () => {
  copy = await ProjectCopy.create()
})

afterEach(() => rmSync(join(copy.folder, '.github'), { recursive: true, force: true }))

afterAll(() => copy.remove())

const graded = () => [...copy.read(FILE).matchAll(/npm run check (\d+)/g)].map(([, number]) => Number(number))

describe('classroom', { timeout: 30_000 }, () => {
  test('grades each lesson that is named once, in the order of the book', async () => {
    const { code, output } = await copy.run(['classroom', '9', '3', '03', '1'])
    expect([code, output.trim()]).toEqual([0, TEXTS.classroomWritten(FILE)])
    expect([...new Set(graded())]).toEqual([1, 3, 9])
  })

  test('says by its name which lesson there is not, and writes nothing', async () => {
    const { code, output } = await copy.run(['classroom', 'tres'])
    expect([code, output]).toEqual([1, expect.stringContaining('No existe la lección «tres»')])
    expect(existsSync(join(copy.folder, '.github'))).toBe(false)
  })
})
