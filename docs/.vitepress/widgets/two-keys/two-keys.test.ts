import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ErrorHttp } from '#comun/errores.ts'
import { OCHO_HORAS, SesionesEnMemoria } from '#comun/sesiones.ts'
import { renovar } from '#solucion/09-renovar-la-sesion/renovacion.ts'
import { seeded } from '../../../../workbook/proof/support/seeded.ts'
import { ACCESS, LESSON_RULES, logIn, type Rules, renew, SESSION, type Server, visit } from './two-keys.ts'

const NOW = 1_800_000_000

const refused = { status: 401, body: { error: 'Renovación rechazada' } }

/** A server with a session that begins, and those rules instead of the lesson's. */
function serverWith(rules: Partial<Rules> = {}): Server {
  const server = { rules: { ...LESSON_RULES, ...rules }, now: NOW }
  return { ...server, session: logIn(server).session }
}

/** The server after renewing with each of those numbers, that many seconds after the one before. */
function after(server: Server, ...uses: readonly [number: number, seconds: number][]): Server {
  return uses.reduce(({ session, now, rules }, [number, seconds]) => {
    const then = { session, rules, now: now + seconds }
    return { ...then, session: renew(then, number).session }
  }, server)
}

describe('a token that two have', () => {
  test('ends the session of both when the second uses it', () => {
    const server = after(serverWith(), [1, 0], [1, ACCESS])
    expect(server.session?.closed).toBe(true)
    expect(renew(server, 2)).toMatchObject(refused)
  })

  test('leaves inside whoever was first if reuse closes nothing', () => {
    const server = after(serverWith({ closesOnReuse: false }), [1, 0], [1, ACCESS])
    expect(renew(server, 1)).toMatchObject(refused)
    expect(renew(server, 2)).toMatchObject({ status: 200, tokens: { number: 3 } })
  })

  test('serves both until the session ends if nothing rotates', () => {
    const server = after(serverWith({ rotates: false }), [1, 0], [1, SESSION - 1])
    expect(renew(server, 1)).toMatchObject({ status: 200 })
    expect(renew({ ...server, now: NOW + SESSION }, 1)).toMatchObject(refused)
  })

  test('serves both for ever if, besides, the session slides', () => {
    const server = after(serverWith({ rotates: false, slides: true }), [1, SESSION - 1], [1, SESSION - 1])
    expect(renew({ ...server, now: server.now + SESSION - 1 }, 1)).toMatchObject({ status: 200 })
  })

  test('gives the same within the margin, and whoever uses that first leaves the other with a used one', () => {
    const server = after(serverWith(), [1, 0])
    expect(renew({ ...server, now: NOW + 10 }, 1)).toMatchObject({ status: 200, tokens: { number: 2 } })
    expect(after(server, [1, 10], [2, ACCESS], [2, 11]).session?.closed).toBe(true)
  })

  test('hides who renews right behind each time, and only until the session ends', () => {
    let server = serverWith()
    for (let number = 1; number <= 90; number++) server = after(server, [number, ACCESS], [number, 10])
    expect(server.session).toMatchObject({ number: 91, closed: false })
    expect(renew({ ...server, now: NOW + SESSION }, 91)).toMatchObject(refused)
  })

  test('is always admitted once more with a margin that never ends', () => {
    const server = after(serverWith({ margin: Number.POSITIVE_INFINITY }), [1, 0], [1, ACCESS])
    expect(renew(server, 1)).toMatchObject({ status: 200, tokens: { number: 2 } })
  })
})

test('an access token is accepted until it expires, whatever becomes of its session', () => {
  const server = serverWith()
  const { tokens } = renew(server, 1)
  const closed = after(server, [1, 0], [1, ACCESS - 1])
  expect(visit(closed, tokens)).toMatchObject({ status: 200 })
  expect(visit({ ...closed, now: NOW + ACCESS }, tokens)).toMatchObject({ body: { error: 'Token expirado' } })
  expect(visit(closed)).toMatchObject({ body: { error: 'Token faltante' } })
})

describe('with lesson 9 at its side', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW * 1000 }))
  afterEach(() => void vi.useRealTimers())

  test.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'decides the same, whatever happens (%i)',
    async (seed) => {
      expect(SESSION).toBe(OCHO_HORAS)
      const below = seeded(seed)
      const sessions = new SesionesEnMemoria()
      let { sid } = sessions.abrir('1')
      let server = serverWith()
      const passing = [0, 3, 10, 11, ACCESS, SESSION / 3]

      for (let step = 0; step < 200; step++) {
        server = { ...server, now: server.now + (passing[below(passing.length)] ?? 0) }
        vi.setSystemTime(server.now * 1000)
        if (server.session?.closed || (server.session?.expires ?? 0) <= server.now) {
          sid = sessions.abrir('1').sid
          server = { ...server, session: logIn(server).session }
        }
        const number = Math.max(1, (server.session?.number ?? 1) - (below(4) ? 0 : below(3)))
        const { status, session, tokens } = renew(server, number)
        server = { ...server, session }
        const real = await renovar(sessions, { sid, numero: number }).catch((error: ErrorHttp) => error)
        expect(real instanceof ErrorHttp ? real.status : 200).toBe(status)
        if (tokens) expect(real).toMatchObject({ numero: tokens.number, expira: session?.expires })
        expect(sessions.buscar(sid) === undefined).toBe(session?.closed)
      }
    },
  )
})
