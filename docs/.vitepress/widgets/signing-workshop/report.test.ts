import { describe, expect, test } from 'vitest'
import { reportOf } from './report.ts'

const parts = { header: '{"alg":"HS256"}', payload: '{"sub":"2"}', signature: 'abcd' }

describe('reportOf', () => {
  test('compares an invalid signature with the one that was expected', () => {
    const { text, tone, compared } = reportOf({ kind: 'invalid', expected: 'abXY' }, parts)
    expect(text).toMatch(/^Firma inválida.* 2 de 4 caracteres/)
    expect(tone).toBe('mal')
    expect([compared?.before.signature, compared?.after.signature]).toEqual(['abcd', 'abXY'])
  })

  test('says how much of the signature changed when it has just been made', () => {
    const { text, tone, compared } = reportOf({ kind: 'valid' }, parts, 'aXXX')
    expect(text).toMatch(/^Firma válida.* cambiaron 3 de 4 caracteres/)
    expect(tone).toBe('bien')
    expect([compared?.before.signature, compared?.after.signature]).toEqual(['aXXX', 'abcd'])
  })

  test('has nothing to compare when signing again gave the same, or nobody signed', () => {
    expect(reportOf({ kind: 'valid' }, parts, 'abcd')).toEqual({
      text: expect.stringMatching(/^Firma válida.*misma firma/),
      tone: 'bien',
    })
    expect(reportOf({ kind: 'valid' }, parts)).toEqual({
      text: expect.stringMatching(/^Firma válida/),
      tone: 'bien',
    })
  })

  test('reads the token without the secret, and takes it neither for good nor for bad', () => {
    const { text, tone } = reportOf({ kind: 'unknown' }, parts)
    expect(text).toContain('no se sabe si la firma es válida')
    expect(text).toContain('{"alg":"HS256"}')
    expect(text).toContain('{"sub":"2"}')
    expect(tone).toBeUndefined()
  })

  test('refuses what does not have three parts', () => {
    expect(reportOf({ kind: 'malformed' }, parts)).toMatchObject({ tone: 'mal' })
  })
})
