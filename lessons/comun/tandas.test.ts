import { describe, expect, test } from 'vitest'
import { porTandas } from './tandas.ts'

describe('porTandas', () => {
  test('da la colección entera cada vez si cabe en una tanda', () => {
    const tanda = porTandas(['a', 'b'], 3)
    expect([...tanda()]).toEqual(['a', 'b'])
    expect([...tanda()]).toEqual(['a', 'b'])
  })

  test('sigue donde acabó la anterior y al final vuelve a empezar', () => {
    const tanda = porTandas([1, 2, 3, 4, 5], 2)
    const vueltas = [1, 2, 3, 4].map(() => [...tanda()])
    expect(vueltas).toEqual([[1, 2], [3, 4], [5], [1, 2]])
  })

  test('ve lo que se agrega y no lo que se borra entre dos tandas', () => {
    const mapa = new Map([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ])
    const tanda = porTandas(mapa, 2)
    expect([...tanda()].map(([clave]) => clave)).toEqual(['a', 'b'])
    mapa.delete('c')
    mapa.set('d', 4)
    expect([...tanda()].map(([clave]) => clave)).toEqual(['d'])
  })

  test('no se atasca con una colección vacía que después se llena', () => {
    const conjunto = new Set<number>()
    const tanda = porTandas(conjunto)
    expect([...tanda()]).toEqual([])
    conjunto.add(1)
    expect([...tanda()]).toEqual([1])
  })
})
