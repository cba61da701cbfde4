import { describe, expect, test } from 'vitest'
import { serverErrorIn } from './server-error.ts'

const EXERCISE = '/cuaderno/lessons/02-proteger-rutas/guardia.ts'
const LOG = `TypeError: Cannot read properties of undefined (reading 'sub')
    at identidadDe (/cuaderno/lessons/comun/rutas.ts:20:3)
    at exigirToken (${EXERCISE}:31:18)
    at exigirToken (${EXERCISE}:40:5)
`

describe('serverErrorIn', () => {
  test('gives the text of the error', () => {
    expect(serverErrorIn(LOG, EXERCISE)?.text).toBe(
      "TypeError: Cannot read properties of undefined (reading 'sub')",
    )
  })

  test('gives the innermost place in the learner’s file', () => {
    expect(serverErrorIn(LOG, EXERCISE)?.place).toEqual({ file: EXERCISE, line: 31 })
  })

  test('gives the error without a place if it comes from elsewhere', () => {
    const { place } = serverErrorIn(LOG, '/cuaderno/lessons/otra.ts') ?? {}
    expect(place).toBeUndefined()
  })

  test('finds the place of a Windows path in a stack with slashes', () => {
    const log = 'Error: roto\n    at x (file:///C:/cuaderno/lessons/a.ts:7:1)'
    const place = { file: 'C:\\cuaderno\\lessons\\a.ts', line: 7 }
    expect(serverErrorIn(log, place.file)?.place).toEqual(place)
  })

  test('understands an error with a code', () => {
    const log = 'antes\nTypeError [ERR_HTTP_INVALID_STATUS_CODE]: Invalid status code: undefined\n    at x'
    expect(serverErrorIn(log, EXERCISE)?.text).toBe(
      'TypeError [ERR_HTTP_INVALID_STATUS_CODE]: Invalid status code: undefined',
    )
  })

  test('drops the colours of the console', () => {
    expect(serverErrorIn('\u001b[31mError: roto\u001b[39m', EXERCISE)?.text).toBe('Error: roto')
  })

  test.each([undefined, '', 'Ana ha entrado\nsin errores'])('finds nothing in %j', (log) => {
    expect(serverErrorIn(log, EXERCISE)).toBeUndefined()
  })
})
