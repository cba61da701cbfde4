import { createSecretKey } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { exigirExpiracion } from '#solucion/03-expiracion/expiracion.ts'
import { codeOf, expiryOf, limitOf, type State, stateOf, UNITS } from './timeline.ts'

const SECRET = 'un secreto de treinta y dos bytes, o mas'
const TEN = Date.UTC(2026, 0, 1, 10) / 1000
const DURATIONS = [60, 900, 1740, 3600]
const SKEWS = [-120, -61, -60, 0, 60, 61, 120]
const CASES = UNITS.flatMap((unit) => DURATIONS.map((duration) => ({ unit, duration })))

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const setClock = (seconds: number) => vi.setSystemTime(seconds * 1000)

/** Runs the call that the widget shows, by a clock that marks this instant. */
function sign(code: string, at: number): string {
  setClock(at)
  return new Function('jwt', 'secreto', `return ${code}`)(jwt, SECRET)
}

/** What the real modules of the lessons say at this instant. */
function realState(token: string, now: number, duration: number): State {
  setClock(now)
  try {
    exigirExpiracion(duration)(verificarToken(token, createSecretKey(SECRET, 'utf8')))
    return 'valid'
  } catch (error) {
    return error instanceof jwt.TokenExpiredError ? 'expired' : 'too-long'
  }
}

describe.each(CASES)('a duration of $duration s written as $unit', ({ unit, duration }) => {
  test('gives the exp that jsonwebtoken signs', () => {
    const claims = jwt.decode(sign(codeOf(duration, unit), TEN))
    expect(claims).toEqual({ sub: '1', iat: TEN, exp: expiryOf(TEN, duration, unit) })
  })

  test.each(SKEWS)('is judged as the real guard does, with a skew of %i s', (skew) => {
    const token = sign(codeOf(duration, unit), TEN + skew)
    const exp = expiryOf(TEN + skew, duration, unit)
    const clocks = [0, 1, 59, 60, 61, 119, 120, duration - 1, duration, duration + 119, duration + 120, 4500]
    const near = [exp - 1, exp, exp + 1].filter((instant) => Math.abs(instant - TEN) < 4500)
    for (const now of [...clocks.map((elapsed) => TEN + elapsed), ...near]) {
      expect(stateOf(exp, now, duration), `${now - TEN} s later`).toBe(realState(token, now, duration))
    }
  })
})

describe('stateOf', () => {
  test('holds until the last second before exp', () => {
    expect([TEN + 899, TEN + 900].map((now) => stateOf(TEN + 900, now, 900))).toEqual(['valid', 'expired'])
  })

  test('tolerates one minute of skew and no more', () => {
    const limit = limitOf(TEN, 900)
    expect([limit, limit + 1].map((exp) => stateOf(exp, TEN, 900))).toEqual(['valid', 'too-long'])
  })

  test("finds that whoever writes '900' gets a token that is born expired", () => {
    expect(stateOf(expiryOf(TEN, 900, 'text'), TEN, 900)).toBe('expired')
  })
})
