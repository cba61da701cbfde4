import jwt from 'jsonwebtoken'
import { describe, expect, test } from 'vitest'
import {
  decodePart,
  fromBase64url,
  randomSecret,
  readPart,
  signHs256,
  toBase64url,
  verifyHs256,
} from './jwt.ts'

const SECRET = 'un secreto de treinta y dos bytes, o mas'

describe('base64url', () => {
  test.each(['', 'a', 'ñandú', '¿?>>>~~', '\u{1f600}'])('brings back %j', (text) => {
    expect(decodePart(toBase64url(text))).toBe(text)
    expect(toBase64url(text)).toBe(Buffer.from(text).toString('base64url'))
  })

  test.each(['a+b', 'a/b', 'a=', 'á', 'a'])('does not take %j', (text) => {
    expect(() => fromBase64url(text)).toThrow(DOMException)
  })

  test('decodes no bytes that are not text', () => {
    expect(decodePart(toBase64url(new Uint8Array([255])))).toBeUndefined()
  })
})

describe('readPart', () => {
  test('gives the object', () => {
    expect(readPart(toBase64url('{"sub":"1"}'))).toEqual({ sub: '1' })
  })

  test.each(['null', '[]', '1', '"a"', '{'])('takes %s for no object', (text) => {
    expect(readPart(toBase64url(text))).toBeUndefined()
  })
})

describe('signHs256', () => {
  test('signs what jsonwebtoken verifies', async () => {
    const token = await signHs256({ sub: '1' }, SECRET)
    expect(jwt.verify(token, SECRET, { algorithms: ['HS256'] })).toEqual({ sub: '1' })
  })

  test('signs a text as it is, space by space', async () => {
    const token = await signHs256('{ "sub": "1" }', SECRET)
    expect(decodePart(token.split('.')[1] ?? '')).toBe('{ "sub": "1" }')
  })
})

describe('verifyHs256', () => {
  const token = jwt.sign({ sub: '1' }, SECRET)

  test('recognises what jsonwebtoken signs', async () => {
    expect(await verifyHs256(token, SECRET)).toBe(true)
  })

  test.each([
    ['another secret', token, 'otro'],
    ['no secret', token, ''],
    ['a changed payload', token.replace(/\..*\./, `.${toBase64url('{"sub":"2"}')}.`), SECRET],
    ['a signature that is missing', token.replace(/\.[^.]*$/, '.'), SECRET],
    ['two parts', token.replace(/\.[^.]*$/, ''), SECRET],
    ['four parts', `${token}.x`, SECRET],
  ])('refuses %s', async (_name, forged, secret) => {
    expect(await verifyHs256(forged, secret)).toBe(false)
  })
})

test('randomSecret gives 32 bytes, other ones each time', () => {
  const secret = randomSecret()
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(randomSecret()).not.toBe(secret)
})
