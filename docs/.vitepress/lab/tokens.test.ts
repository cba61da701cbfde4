import { describe, expect, test } from 'vitest'
import { alter as alterInTerminal } from '../../../workbook/session/send.ts'
import { signHs256 } from '../widgets/common/jwt.ts'
import { alter, findTokens } from './tokens.ts'

const token = await signHs256({ sub: '1', nombre: 'Ñandú' }, 'un-secreto-de-pruebas-con-32-bytes!')

describe('findTokens', () => {
  test('finds each token of a text once', () => {
    expect(findTokens(`{"access_token":"${token}","otra":"Bearer ${token}"}`)).toEqual([token])
  })

  test.each(['', 'a.b.c', 'localhost.example.com', '{"error":"Token inválido"}'])(
    'finds none in %j',
    (text) => {
      expect(findTokens(text)).toEqual([])
    },
  )
})

test.each(['1', '2'])('a token of account %s is altered as in the terminal', async (sub) => {
  const token = await signHs256({ sub, nombre: 'Ñandú' }, 'un-secreto-de-pruebas-con-32-bytes!')
  expect(alter(token)).toBe(alterInTerminal(token))
  expect(alter(token)).not.toBe(token)
})
