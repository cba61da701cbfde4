import { describe, expect, test } from 'vitest'
import { CUENTAS } from '../../../lessons/comun/cuentas.ts'
import { alterClaims } from './alter.ts'

describe('alterClaims', () => {
  test.each(CUENTAS)('makes the token of $correo one of another account', ({ id }) => {
    const { sub, ...rest } = alterClaims({ sub: String(id), rol: 'lectura' })
    expect(CUENTAS.map(({ id }) => String(id)).filter((other) => other !== String(id))).toContain(sub)
    expect(rest).toEqual({ rol: 'lectura' })
  })

  test.each([2, '2', 1, undefined, null, 'ana', {}])('says something else than %j', (sub) => {
    expect(alterClaims({ sub }).sub).not.toBe(String(sub))
  })
})
