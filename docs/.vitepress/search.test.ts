import { describe, expect, test } from 'vitest'
import { search } from './search.ts'

if (search?.provider !== 'local') throw new Error('The search is not local')
const { options: index, searchOptions: question } = search.options?.miniSearch ?? {}

/** How a word is kept in the index and how it is asked for. */
const folded = (word: string) => [index?.processTerm?.(word), question?.processTerm?.(word)]

describe('search', () => {
  test.each([
    ['expiración', 'expiracion'],
    ['Contraseña', 'contrasena'],
    ['ENCABEZADO', 'encabezado'],
    ['pingüino', 'pinguino'],
    ['jwt.verify', 'jwt.verify'],
  ])('finds «%s» when asked for «%s», and the other way round', (word, plain) => {
    expect([...folded(word), ...folded(plain)]).toEqual([plain, plain, plain, plain])
  })
})
