import { describe, expect, test } from 'vitest'
import { loadDictionary } from './spelling/dictionary.ts'
import { findFaults } from './spelling.ts'

const dictionary = loadDictionary(['payload', 'Express'])
const faultsOf = (text: string) => findFaults([{ line: 7, text }], dictionary)

describe('findFaults', () => {
  test('tells the line of a misspelt word, and the word it may be', () => {
    expect(faultsOf('Lee el encabesado')).toEqual([
      expect.stringMatching(/^7 encabesado \(sugerencias: .*encabezado/),
    ])
  })

  test.each([
    ['autenticacion', 'autenticación'],
    ['Camion', 'camión'],
    ['veríficar', 'verificar'],
  ])('notices the accent in «%s»', (word, right) => {
    expect(faultsOf(word)).toEqual([expect.stringContaining(`(sugerencias: ${right}`)])
  })

  test.each(['Verifica la firma', 'autenticación', 'recupéralo', 'VERIFICA'])('accepts «%s»', (text) => {
    expect(faultsOf(text)).toEqual([])
  })

  test('accepts a word of ours, also to open a sentence', () => {
    expect(faultsOf('Payload y payload')).toEqual([])
  })

  test('accepts a name only with its capital letter', () => {
    expect(faultsOf('Express express')).toEqual([expect.stringContaining('7 express ')])
  })

  test('tells what is not in our style', () => {
    expect(faultsOf('Simplemente firma')).toEqual(['7 Simplemente (mejor: nada)'])
  })
})
