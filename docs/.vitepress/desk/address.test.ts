import { expect, test } from 'vitest'
import { addressOf, isAsked, WITH_BENCH } from './address.ts'

const PAGE = 'https://example.com/lecciones/01-generar-el-token'

test.each([
  ['', false],
  ['?', false],
  ['?resolver', true],
  ['?resolver=1', true],
  ['?a=1&resolver', true],
  ['?resolverlo', false],
  ['?a=resolver', false],
])('asks for the bench with %j: %s', (search, asked) => {
  expect(isAsked(search)).toBe(asked)
})

test.each([
  [PAGE, true, `${PAGE}?resolver`],
  [`${PAGE}?resolver`, true, `${PAGE}?resolver`],
  [`${PAGE}?resolver=#tu-turno`, false, `${PAGE}#tu-turno`],
  [`${PAGE}?a=1&resolver&b=%C3%A1#x`, false, `${PAGE}?a=1&b=%C3%A1#x`],
  [`${PAGE}?a=1#x`, true, `${PAGE}?a=1&resolver#x`],
])('writes %s, open: %s', (href, open, written) => {
  expect(addressOf(href, open)).toBe(written)
})

test.each([
  ['/lecciones/01-generar-el-token', true],
  ['/cuaderno/lecciones/08-https', true],
  ['/resumen', true],
  ['/ampliacion', true],
  ['/', false],
  ['/glosario', false],
])('%s has a bench: %s', (path, has) => {
  expect(WITH_BENCH.test(path)).toBe(has)
})
