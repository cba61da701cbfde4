import { describe, expect, test } from 'vitest'
import { exigirClaimsPublicos } from '#solucion/07-nunca-contrasenas/datos-sensibles.ts'
import { signHs256, toBase64url } from '../common/jwt.ts'
import { EXAMPLES } from './examples.ts'
import { type Finding, isLeak, scan } from './leak-scanner.ts'

const tokenWith = (payload: object) => `${toBase64url('{}')}.${toBase64url(JSON.stringify(payload))}.x`
const findings = (payload: object) => scan(tokenWith(payload)) as Finding[]
const first = (payload: object) => findings(payload)[0]!

function lessonAllows(claim: string): boolean {
  try {
    return Boolean(exigirClaimsPublicos({ [claim]: 'x' }))
  } catch {
    return false
  }
}

describe('scan', () => {
  test('reads every claim, without the secret', async () => {
    const found = scan(await signHs256({ sub: '1', rol: 'usuario' }, 'nobody knows it'))
    expect(found).toEqual([
      { path: 'sub', value: '1', allowed: true },
      { path: 'rol', value: 'usuario', allowed: true },
    ])
  })

  test('takes a token with spaces around it', () => {
    expect(scan(` ${tokenWith({ sub: '1' })}\n`)).toHaveLength(1)
  })

  test.each(['rol', 'email', 'resumen', 'nombre'])('allows «%s» exactly if the lesson does', (claim) => {
    expect(first({ [claim]: 'x' }).allowed).toBe(lessonAllows(claim))
  })

  test.each(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'])('allows the registered %s', (claim) => {
    expect(first({ [claim]: 1 }).allowed).toBe(true)
  })

  test('looks inside objects and arrays', () => {
    const found = findings({ rol: { nombre: 'usuario', telefonos: ['+34 600 000 000'] } })
    expect(found.map(({ path, look }) => [path, look])).toEqual([
      ['rol.nombre', undefined],
      ['rol.telefonos.0', 'phone'],
    ])
  })

  test('shows an empty object and an empty payload', () => {
    expect(first({ rol: {} }).value).toBe('{}')
    expect(findings({})).toEqual([])
  })

  test.each([
    ['empty', '  '],
    ['parts', 'una.frase'],
    ['parts', 'a.b.c.d.e'],
    ['payload', 'a.b.c'],
    ['payload', `a.${toBase64url('[1]')}.c`],
  ])('says «%s» of %j', (why, text) => {
    expect(scan(text)).toBe(why)
  })
})

describe('a value that', () => {
  const SCRYPT =
    '59b32918cb9a3d1bdd0a9e6973432ae8:fc3d107800ce6d3201f2d0bacfb0347ff38d9698adb88e4e388dc63cad503452'

  test.each([
    ['hash', 'x', SCRYPT],
    ['hash', 'x', '5f4dcc3b5aa765d61d8327deb882cf99'],
    ['hash', 'contrasena', '$2b$12$abcdefghijklmnopqrstuv'],
    ['email', 'sub', 'ana@example.com'],
    ['password', 'contraseña', '1234'],
    ['password', 'userPassword', '1234'],
    ['phone', 'x', '+34 600 000 000'],
    ['phone', 'x', '600-000-000'],
    ['phone', 'telefono', '600000000'],
    ['phone', 'telefono', 600000000],
  ])('looks like a %s: %s = %s', (look, claim, value) => {
    expect(first({ [claim]: value }).look).toBe(look)
  })

  test.each([
    ['jti', '5f4dcc3b5aa765d61d8327deb882cf99'],
    ['jti', '6f9c1a52-0d3b-4b7e-9a41-2f8f0c7d5e13'],
    ['iat', 1767225600],
    ['sub', '123456789012'],
    ['fecha', '2026-01-01'],
    ['telefono', '112'],
    ['rol', 'usuario'],
    ['activo', true],
    ['nada', null],
  ])('looks like nothing: %s = %s', (claim, value) => {
    expect(first({ [claim]: value }).look).toBeUndefined()
  })

  test('is encoded is shown decoded', () => {
    expect(first({ nota: btoa('clave-ana') })).toMatchObject({ decoded: 'clave-ana' })
    expect(first({ nota: btoa('ana@example.com') })).toMatchObject({ look: 'email' })
  })

  test.each(['usuario', 'administrador', '6f9c1a52-0d3b-4b7e-9a41-2f8f0c7d5e13'])(
    'is not encoded: %s',
    (value) => {
      expect(first({ rol: value }).decoded).toBeUndefined()
    },
  )
})

describe('isLeak', () => {
  test.each<[string, Partial<Finding>, boolean]>([
    ['an allowed claim', { allowed: true }, false],
    ['a claim that is not on the list', { allowed: false }, true],
    ['an allowed claim with an e-mail in it', { allowed: true, look: 'email' }, true],
  ])('of %s', (_what, finding, leak) => {
    expect(isLeak({ path: 'x', value: '1', allowed: true, ...finding })).toBe(leak)
  })
})

describe('EXAMPLES', () => {
  test('leak nothing, much, and in ways that a list of names does not stop', () => {
    const leaks = EXAMPLES.map(({ token }) =>
      (scan(token) as Finding[]).filter(isLeak).map(({ path }) => path),
    )
    expect(leaks).toEqual([[], ['id', 'email', 'resumen'], ['nota'], ['rol.telefono'], ['sub']])
  })
})
