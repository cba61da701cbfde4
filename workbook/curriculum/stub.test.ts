import { describe, expect, test } from 'vitest'
import { deriveStub, regionNames } from './stub.ts'

const SOLUTION = `export function uno(): number {
  // #region uno
  // Devuelve 1.
  return 1
  // #endregion uno
}

export function dos(): () => number {
  return function dos() {
    // #region dos
    // Devuelve 2.
    // Ni uno más.

    // Otro comentario es de la solución.
    return 2
    // #endregion dos
  }
}
`

describe('deriveStub', () => {
  test('turns the comment of a region into a numbered TODO that throws', () => {
    expect(deriveStub(SOLUTION)).toContain(`export function uno(): number {
  // TODO 1: Devuelve 1.
  throw new Error('TODO 1: uno')
}`)
  })

  test('keeps the indentation of a nested region, and every line of its comment', () => {
    expect(deriveStub(SOLUTION)).toContain(`  return function dos() {
    // TODO 2: Devuelve 2.
    // Ni uno más.
    throw new Error('TODO 2: dos')
  }`)
  })

  test('leaves nothing of the solution behind', () => {
    expect(deriveStub(SOLUTION)).not.toMatch(/return [12]|#region|#endregion|Otro comentario/)
  })

  test('keeps what lies outside of the regions', () => {
    const outside = SOLUTION.split('\n').filter((line) => /^export|^}|function dos/.test(line))
    expect(deriveStub(SOLUTION).split('\n')).toEqual(expect.arrayContaining(outside))
  })

  test('leaves the first solved regions as they are and keeps the numbers of the rest', () => {
    const partial = deriveStub(SOLUTION, 1)
    expect(partial).toContain('// #region uno\n  // Devuelve 1.\n  return 1\n  // #endregion uno')
    expect(partial).toContain("throw new Error('TODO 2: dos')")
  })

  test('gives the solution itself when every region is solved', () => {
    expect(deriveStub(SOLUTION, 2)).toBe(SOLUTION)
  })

  test('throws with the name of a region that does not start with a comment', () => {
    const bare = SOLUTION.replace('  // Devuelve 1.\n', '')
    expect(() => deriveStub(bare)).toThrow('Region «uno» does not start with a comment')
  })
})

describe('regionNames', () => {
  test('gives the names in order', () => {
    expect(regionNames(SOLUTION)).toEqual(['uno', 'dos'])
  })

  test('finds nothing in a text without regions', () => {
    expect(regionNames('export const uno = 1\n')).toEqual([])
  })
})
