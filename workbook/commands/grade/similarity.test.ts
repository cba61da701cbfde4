import { describe, expect, test } from 'vitest'
import { ownFragments, similarity } from './similarity.ts'

const GIVEN = `import jwt from 'jsonwebtoken'
export function leer(texto: string | undefined): number {
  // TODO 1: lee
  throw new Error('TODO 1')
}
`
const answer = (body: string) => GIVEN.replace("throw new Error('TODO 1')", body)
const ONE = answer(`if (texto === undefined) return 3600
  const segundos = Number(texto)
  if (!Number.isInteger(segundos) || segundos <= 0) throw new Error('en segundos')
  return segundos`)
const RENAMED = answer(`// mío
  if (texto === undefined)   return 7200
  const s = Number( texto )
  if (!Number.isInteger(s) || s <= 0) throw new Error("otra cosa")
  return s`)
const OTHER = answer(`switch (typeof texto) {
    case 'undefined': return 3600
    default: {
      for (const letra of texto) { if (letra < '0' || letra > '9') throw new RangeError('segundos') }
      return [...texto].reduce((suma, letra) => suma * 10 + letra.charCodeAt(0) - 48, 0)
    }
  }`)

const compare = (one: string, other: string) =>
  similarity(ownFragments(one, GIVEN), ownFragments(other, GIVEN))

describe('similarity', () => {
  test('does not see comments, blanks, the names of variables or what literals say', () => {
    expect(compare(ONE, RENAMED)).toBe(1)
  })

  test('tells another way of writing it apart', () => {
    expect(compare(ONE, OTHER)).toBeLessThan(0.2)
  })

  test('counts what is shared of the shorter one, in either order', () => {
    const longer = `${ONE}\nexport function otra() {\n  return [1, 2, 3].map((uno) => uno * 2).filter(Boolean).join('')\n}\n`
    expect([compare(ONE, longer), compare(longer, ONE)]).toEqual([1, 1])
  })

  test('says nothing of what is too short, and what was given is nobody’s', () => {
    expect(compare(GIVEN, GIVEN)).toBeUndefined()
    expect(compare(answer('return 3600'), answer('return 3600'))).toBeUndefined()
  })

  test('reads also what does not parse', () => {
    expect(compare(ONE.replace('return segundos', 'return ((segundos'), ONE)).toBeGreaterThan(0.7)
  })
})
