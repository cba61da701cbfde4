import { expect, test } from 'vitest'
import { hmac } from '../widgets/common/jwt.ts'
import { SECRET } from '../widgets/signing-workshop/use-workshop.ts'
import { answerTo, CLAIMS, HEADER, payloadOf, SIGNATURE } from './live-token.ts'

test('the server draws the token that the secret signs', async () => {
  expect(await hmac(`${HEADER}.${payloadOf(CLAIMS)}`, SECRET)).toBe(SIGNATURE)
})

test.each([
  ['usuario', { kind: 'valid' }, 403],
  ['admin', { kind: 'valid' }, 200],
  ['admin', { kind: 'invalid', expected: '' }, 422],
  ['usuario', { kind: 'malformed' }, 422],
] as const)('answers to %s, %o: %i', (rol, verdict, status) => {
  expect(answerTo({ sub: '1', rol }, verdict).status).toBe(status)
})
