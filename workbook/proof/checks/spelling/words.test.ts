import { describe, expect, test } from 'vitest'
import { wordsOf } from './words.ts'

describe('wordsOf', () => {
  test('keeps accents and the eñe, however they are encoded', () => {
    expect(wordsOf('contraseña, firmó y co\u0301mo')).toEqual(['contraseña', 'firmó', 'cómo'])
  })

  test('splits at hyphens and keeps the apostrophes inside of a word', () => {
    expect(wordsOf("cliente-servidor, Let's y 'cita'")).toEqual(['cliente', 'servidor', "Let's", 'cita'])
  })

  test('leaves out what has a number, names of code, acronyms and letters alone or repeated', () => {
    expect(wordsOf('HS256 base64url crearToken JsonWebTokenError UNA_HORA JWT s aaa')).toEqual([])
  })
})
