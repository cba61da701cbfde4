import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'

describe('checkUnused', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  let problems: string[]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    const append = (path: string, text: string) => copy.write(path, copy.read(path) + text)
    copy.write('workbook/verdict/alone.ts', "export { other } from './friend.ts'\n")
    copy.write('workbook/verdict/friend.ts', "import './alone.ts'\nexport const other = 1\n")
    append('workbook/verdict/marks.ts', 'export const spare = 1\nexport interface Spare {}\n')
    append(
      'workbook/verdict/marks.ts',
      'export interface Taken {}\nexport const mark = (taken: Taken) => taken\n',
    )
    append('workbook/commands/copies.ts', "export { mark } from '../verdict/marks.ts'\n")
    append(copy.exercisePath(3), 'export const mine = 1\n')
    append('workbook/verdict/marks.ts', "export const word = ['left-pad', 'a']\n")
    const declared = JSON.parse(copy.read('package.json'))
    declared.dependencies['left-pad'] = '1.3.0'
    declared.devDependencies['@types/left-pad'] = '1.2.0'
    copy.write('package.json', JSON.stringify(declared))
    problems = await copy.problems('unused.ts', 'checkUnused')
  }, 30_000)
  afterAll(() => copy.remove())

  const of = (title: string) =>
    problems
      .find((problem) => problem.startsWith(`${title}: `))
      ?.slice(title.length + 2)
      .split(' · ')

  test('notices files that nothing loads, even if they load each other', () => {
    const files = of('todo archivo se usa')
    expect(files).toEqual(expect.arrayContaining(['workbook/verdict/alone.ts', 'workbook/verdict/friend.ts']))
  })

  test('notices what is exported and never imported, a type too', () => {
    const exports = of('todo lo que se exporta se importa')
    expect(exports).toEqual(
      expect.arrayContaining(['workbook/verdict/marks.ts: spare', 'workbook/verdict/marks.ts: Spare']),
    )
  })

  test('says nothing of what only passes through, nor of the types of what is used', () => {
    const exports = of('todo lo que se exporta se importa')
    expect(exports).not.toContain('workbook/verdict/marks.ts: mark')
    expect(exports).not.toContain('workbook/verdict/marks.ts: Taken')
  })

  test('notices a package that is not used, and its types, though a text says its name', () => {
    expect(of('todo paquete de package.json se usa')).toEqual(['left-pad', '@types/left-pad'])
  })

  test('leaves alone what a learner wrote', () => {
    expect(problems.join()).not.toContain('mine')
  })
})
