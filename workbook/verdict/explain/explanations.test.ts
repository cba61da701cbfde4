import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../proof/support/temp-folder.ts'
import { EXPLANATIONS, type Explanation } from './explanations.ts'
import { explainSlip } from './slips.ts'

/** What this Node says of an example. */
async function wordsOf(example: Explanation['example']): Promise<string> {
  if (typeof example !== 'string') return example.words
  const file = join(tempFolder(), 'example.mjs')
  writeFileSync(file, example)
  return import(pathToFileURL(file).href).then(
    () => 'nothing',
    (error: Error) => error.message,
  )
}

// A row that names nothing, or something that its example does not have, would tell less than it promises.
describe('EXPLANATIONS', () => {
  const rows = EXPLANATIONS.map((row) => ({ row, ...row }))

  test.each(rows)('$says explains its example in this Node', async ({ row, says, example, tell }) => {
    const words = await wordsOf(example)
    const known = EXPLANATIONS.find(({ says }) => says.test(words))
    expect(known, words).toBe(row)
    const parts = says.exec(words)?.groups ?? {}
    expect(Object.entries(parts).filter(([, part]) => !part)).toEqual([])
    if (typeof example === 'string' && 'name' in parts) expect(parts.name).toBe('nombre')
    expect(explainSlip(words)?.startsWith(tell(parts))).toBe(true)
  })

  test.each(EXPLANATIONS)('$says leaves no gap in its sentence', ({ tell }) => {
    expect(tell({ name: 'nombre', nothing: 'null', call: 'x', what: 'x', ms: '1000' })).not.toMatch(
      /undefined|NaN|«»/,
    )
  })
})

// What Firefox 153 says.
describe('what Firefox says in its own words', () => {
  test.each([
    [`can't access property "foo", u is undefined`, 'Lees «foo» de algo que es undefined'],
    [`can't access property 0, u.a is null`, 'Lees «0» de algo que es null'],
    [`can't access property "length" of null`, 'Lees «length» de algo que es null'],
    [`can't access property Symbol.iterator, o is undefined`, 'Recorres «o» como una lista'],
    ['null has no properties', 'Sacas una propiedad de algo que es null'],
    [`can't access lexical declaration 'MARGEN' before initialization`, 'Usas «MARGEN» antes'],
    [`invalid assignment to const 'UNA_HORA'`, 'Das otro valor a una constante'],
    ['assignment to undeclared variable usuario', 'Usas «usuario» sin declararlo'],
    [`class constructors must be invoked with 'new'`, 'Llamas a la clase sin new'],
    ['"a" is read-only', '«a» es de solo lectura'],
    [`can't define property "admin": Object is not extensible`, 'Agregas «admin» a un objeto'],
    [
      `can't define array index property past the end of an array with non-writable length`,
      'Agregas «length» a un objeto',
    ],
    ['JSON.parse: unexpected character at line 1 column 1 of the JSON data', 'JSON.parse recibe un texto'],
    ['too much recursion', 'Una función se llama a sí misma'],
    ['replaceAll must be called with a global RegExp', 'A la expresión regular de replaceAll le falta'],
  ])('%s', (words, sentence) => {
    expect(explainSlip(words)?.slice(0, sentence.length)).toBe(sentence)
  })
})
