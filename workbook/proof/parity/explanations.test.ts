import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { loadLesson } from '../../curriculum/lessons.ts'
import { EXPLANATIONS } from '../../verdict/explain/explanations.ts'
import { useLaboratory } from './in-page.ts'

/** What the examples name. */
const PARTS = { name: 'nombre', nothing: 'null', call: 'replaceAll', what: 'string' }
/** Where Firefox tells less: the same of another mistake, or no name. */
const IN_FIREFOX: Readonly<Record<string, string>> = {
  'null.nombre = 1': 'Lees «nombre» de algo que es null',
  'const { nombre } = null': 'Sacas una propiedad de algo que es null',
  'class nombre {}; nombre()': 'Llamas a la clase sin new',
  'class Caja { #nombre = 1; leer() { return this.#nombre } } const { leer } = new Caja(); leer()':
    'Pides las propiedades de algo que no existe',
  'const [nombre] = Promise.resolve()':
    'Recorres como una lista lo que devuelve «Promise.resolve» y no lo es',
}
const PROGRAMS = EXPLANATIONS.flatMap(({ example, tell }) =>
  typeof example === 'string' ? [{ example, sentence: tell(PARTS) }] : [],
)

const laboratory = useLaboratory()

test.each(PROGRAMS)('explains in the page: $example', async ({ example, sentence }) => {
  const solved = readFileSync((await loadLesson(3)).solution, 'utf8')
  const { problems } = await laboratory.run(3, `${solved}\n{\n${example}\n}\n`)
  const known = (inject('inFirefox') && IN_FIREFOX[example]) || sentence
  expect(problems[0]?.sentence.slice(0, known.length)).toBe(known)
})
