import { beforeAll, describe, expect, test } from 'vitest'
import { loadLessons } from '../../curriculum/lessons.ts'
import { lineOf } from '../../proof/broken/case.ts'
import { TEXTS } from '../../verdict/explain/texts.ts'
import { collectLessons } from '../build/lesson-data.ts'
import type { LessonData } from '../lesson-data.ts'
import { preflight } from './preflight.ts'

let data: LessonData

beforeAll(async () => {
  data = await collectLessons()
})

const [, , third] = await loadLessons()
const FILE = third?.manifest.archivo ?? ''

function look(change: (solution: string) => string) {
  const lesson = data.lessons[2]!
  return preflight(lesson, change(data.files[lesson.solution] ?? ''), data.files)
}

describe('preflight', () => {
  test('lets every start and every solution pass', () => {
    const found = data.lessons.flatMap((lesson) => [
      preflight(lesson, data.files[lesson.exercise] ?? '', data.files),
      preflight(lesson, data.files[lesson.solution] ?? '', data.files),
    ])
    expect(found.filter(Boolean)).toEqual([])
  })

  test.each<[string, (solution: string) => string, string, number]>([
    ['an empty text', () => ' \n', TEXTS.empty(FILE), 1],
    ['nothing but comments', () => '// nada\n/* nada */', TEXTS.onlyComments(FILE), 1],
    ['an enum', (text) => `enum Uno { A }\n${text}`, TEXTS.notErasable(...TEXTS.erasable.enum), 1],
    ['require', (text) => `\nconst x = require('x')\n${text}`, TEXTS.commonJs('require()'), 2],
    ['the tests’ tools', (text) => `import { vi } from 'vitest'\n${text}`, TEXTS.importsTests('vitest'), 1],
    [
      'a missing extension',
      (text) => `import { ErrorHttp } from '#comun/errores'\n${text}`,
      TEXTS.noExtension('#comun/errores'),
      1,
    ],
    [
      'a type without «type»',
      (text) => `import { Claims as C } from '#comun/claims.ts'\n${text}`,
      TEXTS.typeImport('Claims', '#comun/claims.ts'),
      1,
    ],
  ])('explains %s', (_what, change, sentence, line) => {
    const { place, ...found } = look(change) ?? {}
    expect(found).toEqual({ sentence })
    expect(place?.line).toBe(line)
  })

  test('finds the declaration that lost its export', () => {
    const lose = (text: string) => text.replace('export function expiraEn', 'function expiraEn')
    const found = look(lose)
    const source = lose(data.files[data.lessons[2]!.solution] ?? '')
    expect(found?.sentence).toBe(TEXTS.noExport(FILE, '«expiraEn»'))
    expect(found?.place?.line).toBe(lineOf(source, 'function expiraEn'))
  })

  test('does not mind what a comment says', () => {
    expect(
      look((text) => `${text}\n// enum, require('x') y module.exports\n/*\nenum Uno {}\n*/`),
    ).toBeUndefined()
  })
})
