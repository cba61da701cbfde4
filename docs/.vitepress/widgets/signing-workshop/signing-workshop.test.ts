import jwt from 'jsonwebtoken'
import { describe, expect, test } from 'vitest'
import { signHs256, toBase64url } from '../common/jwt.ts'
import { countChanges, judge, runsOf } from './signing-workshop.ts'
import { howMany, OPTIONS } from './texts.ts'

const SECRET = 'un secreto de treinta y dos bytes, o mas'
const [header, payload, signature] = jwt.sign('{"sub":"1"}', SECRET).split('.')
const token = `${header}.${payload}.${signature}`

function accepts(candidate: string): boolean {
  try {
    return Boolean(jwt.verify(candidate, SECRET, { algorithms: ['HS256'] }))
  } catch {
    return false
  }
}

describe('judge', () => {
  test.each([
    ['the token that was issued', token, 'valid'],
    [
      'another payload with the old signature',
      `${header}.${toBase64url('{"sub":"2"}')}.${signature}`,
      'invalid',
    ],
    ['one space in the payload', `${header}.${toBase64url('{"sub": "1"}')}.${signature}`, 'invalid'],
    ['another first letter in the signature', token.replace(/\.(?=[^.]*$)./, '.-'), 'invalid'],
    ['another last letter in the signature', token.replace(/.$/, '-'), 'invalid'],
    ['no payload', `${header}..${signature}`, 'malformed'],
    ['no signature', `${header}.${payload}.`, 'malformed'],
    ['a dot in the signature', `${token}.a`, 'malformed'],
  ])('says of %s what jsonwebtoken says', async (_name, candidate, kind) => {
    expect((await judge(candidate, SECRET)).kind).toBe(kind)
    expect(accepts(candidate)).toBe(kind === 'valid')
  })

  test('finds valid what was signed again with the secret', async () => {
    const signed = await signHs256('{"sub":"2"}', SECRET)
    expect(await judge(signed, SECRET)).toEqual({ kind: 'valid' })
  })

  test('refuses an intact token with another secret, and gives the signature it expected', async () => {
    const other = (await signHs256('{"sub":"1"}', 'otro')).split('.')[2]
    const issued = await signHs256('{"sub":"1"}', SECRET)
    expect(await judge(issued, 'otro')).toEqual({ kind: 'invalid', expected: other })
  })

  test('cannot tell without a secret', async () => {
    expect(await judge(token, '')).toEqual({ kind: 'unknown' })
  })
})

describe('countChanges', () => {
  test.each([
    ['abc', 'abc', 0, 3],
    ['abc', 'abd', 1, 3],
    ['abc', 'ab', 1, 3],
    ['ab', 'xabc', 4, 4],
    ['', '', 0, 0],
  ])('of %j and %j', (before, after, changed, total) => {
    expect(countChanges(before, after)).toEqual({ changed, total })
  })
})

describe('runsOf', () => {
  test('cuts where the difference begins and ends', () => {
    expect(runsOf('abXYe', 'abcde')).toEqual([
      { text: 'ab', changed: false },
      { text: 'XY', changed: true },
      { text: 'e', changed: false },
    ])
  })

  test('takes what the other text does not reach for changed', () => {
    expect(runsOf('abc', 'ab')).toEqual([
      { text: 'ab', changed: false },
      { text: 'c', changed: true },
    ])
  })
})

describe('howMany', () => {
  test.each([
    [1, OPTIONS[0]],
    [2, OPTIONS[1]],
    [21, OPTIONS[1]],
    [40, OPTIONS[2]],
    [43, OPTIONS[2]],
  ])('calls %i of 43 «%s»', (changed, option) => {
    expect(howMany({ changed, total: 43 })).toBe(option)
  })
})
