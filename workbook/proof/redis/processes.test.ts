import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { conectarRedis } from '../../../lessons/comun/redis-cliente.ts'
import { type AppProcess, startApp } from './app-process.ts'
import { MISSING, type RedisServer, startRedis } from './redis-server.ts'

const ANA = { email: 'ana@example.com', password: 'clave-ana' }
const RETRY = { error: 'Servicio no disponible: vuelve a intentarlo' }

/** Seconds of a window of attempts, and those that a revoked token is remembered after its `exp`. */
const WINDOW = 5 * 60
const MARGIN = 60

/** Away from those of Redis, and below those that a system gives to whoever asks for any (Linux, from 32 768). */
const FIRST_PORT = 25_000
/** Milliseconds that three processes may need on a busy machine. */
const FOR_STARTING = 120_000

const claimsOf = (token = '') => jwt.decode(token) as { jti: string; exp: number }

describe.skipIf(MISSING)(`tres procesos y un Redis de verdad${MISSING}`, () => {
  let folder: string
  let redis: RedisServer
  let apps: AppProcess[]

  // Apart from each other: each takes the port that it is told and another one behind it.
  const startOne = (which: number) =>
    startApp(folder, {
      JWT_SECRETO: 'x'.repeat(32),
      JWT_REDIS: redis.url,
      NODE_ENV: 'production',
      PORT: `${FIRST_PORT + (process.pid % 500) * 15 + which * 5}`,
    })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cuaderno-'))
    redis = await startRedis()
    apps = await Promise.all([0, 1, 2].map(startOne))
  }, FOR_STARTING)
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.kill()))
    await redis.close()
    rmSync(folder, { recursive: true, maxRetries: 20 })
  })

  const logIn = async (app: AppProcess) => (await app.ask('POST', '/login', { body: ANA })).body
  const renew = (app: AppProcess, token = '') =>
    app.ask('POST', '/renovar', { body: { refresh_token: token } })
  const profiles = async (token = '') =>
    Promise.all(apps.map(async (app) => (await app.ask('GET', '/perfil', { token })).status))

  /** Asks until it is answered: how long a server needs to come back is not what is proved. */
  async function untilAnswered(app: AppProcess, token = '') {
    for (;;) {
      const answer = await app.ask('GET', '/perfil', { token })
      if (answer.status !== 503) return answer
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  test('cerrar la sesión en uno la cierra en todos, y ninguna otra', async () => {
    const [one, two] = apps
    const [laptop, phone] = [await logIn(one!), await logIn(two!)]
    expect(await profiles(laptop.access_token)).toEqual([200, 200, 200])
    expect((await one!.ask('POST', '/logout', { token: laptop.access_token })).status).toBe(200)
    expect(await profiles(laptop.access_token)).toEqual([401, 401, 401])
    expect((await renew(two!, laptop.refresh_token)).status).toBe(401)
    expect(await profiles(phone.access_token)).toEqual([200, 200, 200])
  })

  test('una renovación usada en dos procesos cierra la sesión en los tres', async () => {
    const [one, two, three] = apps
    const first = (await logIn(one!)).refresh_token
    const second = (await renew(one!, first)).body.refresh_token
    const [again, atOnce] = await Promise.all([renew(two!, first), renew(three!, first)])
    expect([again.body.refresh_token, atOnce.body.refresh_token]).toEqual([second, second])
    const third = (await renew(two!, second)).body.refresh_token
    expect(third).not.toBe(second)
    expect((await renew(three!, first)).status).toBe(401)
    expect((await renew(one!, third)).status).toBe(401)
  })

  test('los intentos se cuentan entre los tres', async () => {
    const windowNow = () => Math.floor(Date.now() / 1000 / WINDOW)
    let answers: Awaited<ReturnType<AppProcess['ask']>>[]
    let started: number
    do {
      started = windowNow()
      answers = []
      const body = { email: `${started}-${Math.random()}@example.com`, password: 'mala' }
      for (let time = 0; time < 11; time++) {
        answers.push(await apps[time % 3]!.ask('POST', '/login', { body }))
      }
      // Once more in the unlikely case that a window ended in the middle.
    } while (windowNow() !== started)
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429])
    expect(Number(answers.at(-1)?.retryAfter)).toBeGreaterThan(0)
    expect(Number(answers.at(-1)?.retryAfter)).toBeLessThanOrEqual(WINDOW)
  })

  test('todo lo que se guarda se borra solo, y un token revocado, un minuto después de expirar', async () => {
    const { access_token: token } = await logIn(apps[0]!)
    await apps[1]!.ask('POST', '/logout', { token })
    await apps[2]!.ask('POST', '/login', { body: { ...ANA, password: 'mala' } })
    const inside = await conectarRedis(redis.url)
    onTestFinished(() => inside.destroy())
    const keys = await inside.keys('*')
    const times = await Promise.all(keys.map((key) => inside.expireTime(key)))
    expect(times.filter((time) => time <= 0)).toEqual([])
    const { jti, exp } = claimsOf(token)
    expect(await inside.expireTime(`revocado:${jti}`)).toBe(exp + MARGIN)
    expect(keys.join(' ')).not.toMatch(/ana@/)
  })

  test('un proceso que se reinicia sabe lo que los demás', async () => {
    const [closed, open] = [await logIn(apps[0]!), await logIn(apps[0]!)]
    await apps[0]!.ask('POST', '/logout', { token: closed.access_token })
    await apps[0]!.kill()
    apps[0] = await startOne(3)
    expect(await profiles(closed.access_token)).toEqual([401, 401, 401])
    expect(await profiles(open.access_token)).toEqual([200, 200, 200])
    expect((await renew(apps[0]!, open.refresh_token)).status).toBe(200)
  })

  test.each([
    ['se cuelga', () => redis.freeze(), async () => redis.thaw()],
    ['se muere', () => redis.kill(), () => redis.start()],
  ])(
    'si Redis %s, responde 503 mientras dura, rechaza lo que está mal y vuelve sola',
    async (_how, hurt, heal) => {
      const [one, two] = apps
      const { access_token: token = '' } = await logIn(one!)
      await hurt()
      // Redis answers nothing until it is healed: whatever is answered here did not wait for it.
      for (const [path, sent] of [
        ['/perfil', { token }],
        ['/logout', { token }],
        ['/login', { body: ANA }],
      ] as const) {
        const { status, body } = await two!.ask(path === '/perfil' ? 'GET' : 'POST', path, sent)
        expect([path, status, body]).toEqual([path, 503, RETRY])
      }
      expect((await two!.ask('GET', '/perfil')).status).toBe(401)
      expect((await two!.ask('GET', '/perfil', { token: `${token.slice(0, -8)}AAAAAAAA` })).status).toBe(422)
      await heal()
      expect((await untilAnswered(two!, token)).status).toBe(200)
      expect((await two!.ask('POST', '/logout', { token })).status).toBe(200)
      expect((await untilAnswered(one!, token)).status).toBe(401)
    },
  )

  test.each([
    ['con appendonly, sigue cerrado', 'disk', 401],
    ['si no guardaba en disco, vuelve a abrir', 'nothing', 200],
  ] as const)('un token revocado, tras matar a Redis: %s', async (_what, kept, status) => {
    const { access_token: token } = await logIn(apps[0]!)
    await apps[0]!.ask('POST', '/logout', { token })
    expect(await profiles(token)).toEqual([401, 401, 401])
    await redis.kill()
    await redis.start(kept)
    for (const app of apps) expect((await untilAnswered(app, token)).status).toBe(status)
  })
})
