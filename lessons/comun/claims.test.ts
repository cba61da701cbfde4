import jwt from 'jsonwebtoken'
import { describe, expect, test } from 'vitest'
import { verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { SECRETO } from './pruebas.ts'

/** Un token con la firma buena y la clase que se diga. */
function firmar(claims: object, typ?: unknown): string {
  const header = { alg: 'HS256', ...(typ !== undefined && { typ: typ as string }) }
  return jwt.sign({ sub: '1', ...claims }, SECRETO, { header })
}

describe('verificarToken', () => {
  test.each([
    {},
    { type: 'access' },
    { token_use: 'access' },
    { token_type: 'Bearer' },
    { typ: 'Bearer' },
    { typ: 'at+jwt' },
  ])('acepta un token de acceso que lo dice así: %j', (claims) => {
    expect(verificarToken(firmar(claims), SECRETO)).toMatchObject({ sub: '1' })
  })

  test.each(['JWT', 'jwt', 'application/jwt', 'at+jwt', 'application/at+jwt', 'JOSE', 7])(
    'acepta un encabezado con typ %s',
    (typ) => {
      expect(verificarToken(firmar({}, typ), SECRETO)).toMatchObject({ sub: '1' })
    },
  )

  test.each([
    { type: 'refresh' },
    { token_use: 'refresh' },
    { token_use: 'id' },
    { token_type: 'refresh' },
    { token_type: 'refresh_token' },
    { typ: 'Refresh' },
    { typ: 'ID' },
    { typ: 'logout+jwt' },
    { type: null },
    { type: 'otra' },
    { type: ['access'] },
    { token_use: { toString: 1 } },
  ])('rechaza un token de otra clase aunque la firma valga: %j', (claims) => {
    expect(() => verificarToken(firmar(claims), SECRETO)).toThrow(jwt.JsonWebTokenError)
  })

  test.each(['refresh+jwt', 'dpop+jwt', 'application/logout+jwt', 'Refresh', 'ID', 'id_token'])(
    'rechaza un encabezado que dice otra clase: %j',
    (typ) => {
      expect(() => verificarToken(firmar({}, typ), SECRETO)).toThrow(jwt.JsonWebTokenError)
    },
  )

  test.each([{ kid: 7 }, { kid: ['clave-1'] }, { b64: false }])(
    'rechaza un encabezado que se lee de otra manera: %j',
    (raro) => {
      const token = jwt.sign({ sub: '1' }, SECRETO, { header: { alg: 'HS256', ...raro } as jwt.JwtHeader })
      expect(() => verificarToken(token, SECRETO)).toThrow(jwt.JsonWebTokenError)
    },
  )
})
