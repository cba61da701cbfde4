import { createSecretKey } from 'node:crypto'
import type { Request, Response } from 'express'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { verificarToken } from '#solucion/01-generar-el-token/token.ts'
import { claimsDe, exigirToken } from '#solucion/02-proteger-rutas/guardia.ts'
import { exigirExpiracion } from '#solucion/03-expiracion/expiracion.ts'
import { traducirError } from '#solucion/04-manejo-de-errores/errores.ts'
import { exigirNoRevocado, ListaDeRevocados } from '#solucion/05-revocar-tokens/revocacion.ts'
import { seeded } from '../../../../workbook/proof/support/seeded.ts'
import { isLive, issue, LIFETIME, logOut, type Server, type Session, visit } from './session-console.ts'

const SECRET = 'un secreto de treinta y dos bytes, o mas'
const NOW = 1_800_000_000

const serverOf = (changes: Partial<Server> = {}): Server => ({
  secret: SECRET,
  noted: 'jti',
  notebook: new Map(),
  now: NOW,
  ...changes,
})

/** The same server after this session was closed. */
async function closing(server: Server, { token }: Session): Promise<Server> {
  return { ...server, notebook: (await logOut(server, token)).notebook }
}

/** Lesson 5 as its application mounts it, without the network. */
class RealServer {
  revoked = new ListaDeRevocados()

  async visit(token?: string) {
    return (await this.#refusal(token)) ?? { status: 200, body: { id: '1' } }
  }

  async logOut(token?: string) {
    const locals = {}
    const refusal = await this.#refusal(token, locals)
    if (refusal) return refusal
    this.revoked.revocar(claimsDe({ locals } as Response))
    return { status: 200, body: { mensaje: 'Sesión cerrada' } }
  }

  /** Nothing if the guard lets the token pass; if not, what it answers. */
  async #refusal(token?: string, locals: object = {}) {
    const withExpiration = exigirExpiracion(LIFETIME)
    const notRevoked = exigirNoRevocado(this.revoked)
    const guard = exigirToken((text) =>
      notRevoked(withExpiration(verificarToken(text, createSecretKey(SECRET, 'utf8')))),
    )
    const request = { get: () => token && `Bearer ${token}` } as unknown as Request
    try {
      await guard(request, { locals } as Response, () => {})
      return undefined
    } catch (error) {
      const { status, message } = traducirError(error)
      return { status, body: { error: message } }
    }
  }
}

describe('a session', () => {
  test('works until the very second of its exp', async () => {
    const { token, exp } = await issue(serverOf())
    expect(exp).toBe(NOW + LIFETIME)
    expect(await visit(serverOf({ now: exp - 1 }), token)).toEqual({ status: 200, body: { id: '1' } })
    expect(await visit(serverOf({ now: exp }), token)).toMatchObject({ body: { error: 'Token expirado' } })
  })

  test.each(['jti', 'token'] as const)('closes alone when the notebook keeps the %s', async (noted) => {
    const [laptop, phone] = [await issue(serverOf()), await issue(serverOf())]
    const server = await closing(serverOf({ noted }), laptop)
    expect(await visit(server, laptop.token)).toMatchObject({ body: { error: 'Token revocado' } })
    expect(await visit(server, phone.token)).toMatchObject({ status: 200 })
    expect([...server.notebook]).toEqual([[laptop[noted], laptop.exp]])
  })

  test('that expired is not noted', async () => {
    const { token, exp } = await issue(serverOf())
    expect(await logOut(serverOf({ now: exp }), token)).toMatchObject({ status: 401, notebook: new Map() })
  })
})

describe('a notebook that is read and then lost', () => {
  test.each([
    ['token', 200],
    ['jti', 422],
  ] as const)('of %s answers %i to its reader', async (noted, status) => {
    const session = await issue(serverOf())
    const server = await closing(serverOf({ noted }), session)
    const [copy = ''] = server.notebook.keys()
    expect(await visit(server, copy)).not.toMatchObject({ status: 200 })
    expect(await visit(serverOf({ noted }), copy)).toMatchObject({ status })
  })
})

describe('with lesson 5 at its side', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW * 1000 }))
  afterEach(() => void vi.useRealTimers())

  test.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'answers and remembers the same, whatever happens (%i)',
    async (seed) => {
      const below = seeded(seed)
      const sessions: Session[] = []
      let server = serverOf()
      let real = new RealServer()

      const actions = [
        async () => void sessions.push(await issue(server)),
        async (token?: string) => expect(await visit(server, token)).toEqual(await real.visit(token)),
        async (token?: string) => {
          const { notebook, ...answer } = await logOut(server, token)
          expect(answer).toEqual(await real.logOut(token))
          server = { ...server, notebook }
        },
        async () => {
          server = { ...server, now: server.now + below(7) * 600 }
          vi.setSystemTime(server.now * 1000)
        },
        async () => {
          if (below(5)) return
          server = { ...server, notebook: new Map() }
          real = new RealServer()
        },
      ]

      for (let step = 0; step < 50; step++) {
        const { token } = sessions[below(sessions.length + 1)] ?? {}
        await actions[below(actions.length)]?.(below(10) ? token : token?.replace('.', '.e'))
        expect(server.notebook.size).toBe(real.revoked.tamano)
        for (const session of sessions) {
          expect(server.notebook.has(session.jti)).toBe(real.revoked.contiene(session.jti))
        }
      }
      for (const session of sessions) {
        expect(isLive(server, session)).toBe((await real.visit(session.token)).status === 200)
      }
    },
  )
})
