import jwt from 'jsonwebtoken'
import { describe, expect, test } from 'vitest'
import { alterar, ana, entrar, OTRO_SECRETO, SECRETO } from '#comun/pruebas.ts'
import { crearToken, exigirSecreto, verificarToken } from '#ejercicio/01-generar-el-token/token.ts'
import { crearApp } from './app.ts'

describe('exigirSecreto', () => {
  test('devuelve un secreto de 32 bytes o más', () => {
    expect(exigirSecreto(SECRETO)).toBe(SECRETO)
    expect(exigirSecreto('ñ'.repeat(16)), 'Mide bytes, no caracteres: usa Buffer.byteLength').toBe(
      'ñ'.repeat(16),
    )
  })

  test.each([undefined, '', 'secreto'])('falla con %j', (secreto) => {
    expect(() => exigirSecreto(secreto), 'Un secreto corto o por defecto se adivina').toThrow('32 bytes')
  })
})

describe('crearToken', () => {
  test('firma con HS256', () => {
    const { header } = jwt.decode(crearToken(ana, SECRETO), { complete: true })!
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT' })
  })

  test('guarda el id del usuario como texto en sub', () => {
    expect(jwt.decode(crearToken(ana, SECRETO)), 'sub es un texto: String(usuario.id)').toMatchObject({
      sub: '1',
    })
  })

  test('incorpora las opciones y los claims propios que recibe', () => {
    const token = crearToken(ana, SECRETO, { expiresIn: 60, jwtid: 'abc', propios: { idioma: 'es' } })
    expect(jwt.decode(token), '¿Pasaste las opciones y los claims propios a jwt.sign?').toMatchObject({
      sub: '1',
      jti: 'abc',
      idioma: 'es',
      exp: expect.any(Number),
    })
  })
})

describe('verificarToken', () => {
  const token = jwt.sign({}, SECRETO, { subject: '1' })

  test('devuelve los claims de un token nuestro', () => {
    expect(verificarToken(token, SECRETO)).toMatchObject({ sub: '1', iat: expect.any(Number) })
  })

  test('rechaza un token firmado con otro secreto', () => {
    const ajeno = jwt.sign({}, OTRO_SECRETO, { subject: '1' })
    expect(() => verificarToken(ajeno, SECRETO), '¿Usaste jwt.decode? No comprueba nada').toThrow(
      'invalid signature',
    )
  })

  test('rechaza un token con el payload cambiado', () => {
    expect(() => verificarToken(alterar(token, { sub: '2' }), SECRETO)).toThrow('invalid signature')
  })

  test('rechaza un token sin firma', () => {
    const sinFirma = jwt.sign({ sub: '1' }, '', { algorithm: 'none' })
    expect(() => verificarToken(sinFirma, SECRETO)).toThrow('jwt signature is required')
  })

  test('rechaza otro algoritmo aunque el secreto coincida', () => {
    const hs512 = jwt.sign({}, SECRETO, { subject: '1', algorithm: 'HS512' })
    expect(() => verificarToken(hs512, SECRETO), 'El algoritmo lo elige el servidor: algorithms').toThrow(
      'invalid algorithm',
    )
  })

  test.each([
    ['un sub numérico', jwt.sign({ sub: 1 }, SECRETO)],
    ['una extensión crítica', jwt.sign({ sub: '1' }, SECRETO, { header: { alg: 'HS256', crit: ['x'] } })],
    ['un payload que no es un objeto', jwt.sign('null', SECRETO)],
  ])('rechaza un token con %s', (_caso, raro) => {
    const verificar = () => verificarToken(raro, SECRETO)
    expect(verificar, '¿Pasaste el token verificado por leerClaims?').toThrow(jwt.JsonWebTokenError)
  })
})

describe('POST /login', () => {
  test('entrega un token de quien inicia sesión', async () => {
    const res = await entrar(crearApp({ secreto: SECRETO }))
    expect(res.status, 'Las credenciales de Ana son correctas: ¿lanza un error crearToken?').toBe(200)
    expect(jwt.verify(res.body.access_token, SECRETO)).toMatchObject({ sub: '1' })
  })
})
