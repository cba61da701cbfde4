import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { loadLesson } from '../../curriculum/lessons.ts'
import { EXPLANATIONS } from '../../verdict/explain/explanations.ts'
import { openInPage, type PageLaboratory } from './in-page.ts'

/** What every example names. */
const PARTS = { name: 'nombre', nothing: 'null' }
/** Of them, what Firefox says in the same words as something else. */
const SAME_IN_FIREFOX = ['null.nombre = 1', 'const { nombre } = null', 'class nombre {}; nombre()']
const PROGRAMS = EXPLANATIONS.flatMap(({ example, tell }) =>
  typeof example === 'string' ? [{ example, sentence: tell(PARTS) }] : [],
)

let laboratory: PageLaboratory

beforeAll(async () => {
  laboratory = (await openInPage())!
}, 120_000)
beforeEach(({ skip }) => skip(!laboratory, 'no browser'))
afterAll(() => laboratory?.close())

test.each(PROGRAMS)('explains in the page: $example', async ({ example, sentence }) => {
  const solved = readFileSync((await loadLesson(3)).solution, 'utf8')
  const { problems } = await laboratory.run(3, `${solved}\n{\n${example}\n}\n`)
  const told = problems[0]?.sentence
  const known =
    inject('inFirefox') && SAME_IN_FIREFOX.includes(example) ? /^(Lees «nombre»|Llamas a la clase)/ : sentence
  expect(told).toMatch(known)
})
