import { createServer, type RequestListener, type Server } from 'node:http'
import { describe, expect, test } from 'vitest'
import { transport } from '../commands/attack/transport.ts'
import { careless, listenAnywhere, type Mistakes } from '../proof/support/careless-server.ts'
import { seeded } from '../proof/support/seeded.ts'
import { FAMILIES } from './families/all.ts'
import { raid } from './raid.ts'
import type { RouteMap } from './route-map.ts'
import { allResults } from './score.ts'
import { Target } from './target.ts'

const LAST = 8
/** Of a server that does not answer, in milliseconds: how long it is does not matter. */
const SHORT = 100

async function attack(listener: RequestListener, map: RouteMap, patience?: number) {
  const server: Server = createServer(listener)
  const origin = await listenAnywhere(server)
  const target = new Target(map, transport({ secure: origin, plain: origin }, { patience }), false)
  try {
    return await raid(target, FAMILIES, { lesson: LAST })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/** The families with an attack that got in. */
async function breachedBy(mistakes: Mistakes): Promise<string[]> {
  const { map, app } = careless(mistakes)
  const found = await attack(app, map)
  expect(
    allResults(found).flatMap(({ verdict, attack, why }) =>
      verdict === 'unclear' ? [attack.title, why] : [],
    ),
  ).toEqual([])
  return found.flatMap(({ family, results }) =>
    results.some(({ verdict }) => verdict === 'in') ? [family.title] : [],
  )
}

const SESSIONS = 'Sesiones cerradas y tokens revocados'
const CASES: [string, Mistakes, string[]][] = [
  [
    'decode instead of verify',
    { decodes: true },
    [
      ...['Tokens sin firmar: alg none', 'Confusión de algoritmo', 'Claves que trae el propio token'],
      ...['Firmas y formas rotas', 'Extensiones críticas: crit y b64', 'Tokens de otra clase'],
      ...['El encabezado Authorization', 'Cuándo vale: exp, nbf, iat', SESSIONS],
      'Hacerse pasar por administrador',
    ],
  ],
  ['a famous secret', { secret: 'secret' }, ['Secretos que se adivinan']],
  ['a public key as text, without algorithms', { publicKeyAsSecret: true }, ['Confusión de algoritmo']],
  [
    'no expiry, an answer for each account, traces',
    { ignoresExpiration: true, tellsWhoExists: true, tellsTraces: true },
    [
      ...['Cuándo vale: exp, nbf, iat', 'Lo que cuentan los errores', SESSIONS],
      'Averiguar qué cuentas existen',
    ],
  ],
  [
    'no revocation, the whole account',
    { forgetsRevoked: true, showsWholeAccount: true },
    [SESSIONS, 'Datos que no deben salir'],
  ],
  [
    'the role of the body, the token of the address, loose passwords',
    { believesRole: true, tokenInAddress: true, comparesLoosely: true },
    ['El token, donde no debe viajar', 'Hacerse pasar por administrador', 'Entrar sin la contraseña'],
  ],
]

describe('a server of somebody else', () => {
  test('holds all without mistakes', async () => {
    expect(await breachedBy({})).toEqual([])
  })

  test.concurrent.each(CASES)('is breached where it is wrong: %s', async (_name, mistakes, families) => {
    expect(await breachedBy(mistakes)).toEqual(families)
  })

  test('is not attacked with what is not known of it', async () => {
    const { map, app } = careless()
    const { login, fields, profile, account, role } = map
    const results = allResults(await attack(app, { login, fields, profile, account, role }))
    expect(new Set(results.map(({ verdict }) => verdict))).toEqual(new Set(['held', 'skipped']))
    expect(results.filter(({ verdict }) => verdict === 'held').length).toBeGreaterThan(150)
  })
})

describe('a server that says nothing of itself', () => {
  const { map } = careless()
  const answer =
    (status: number, body = '{}'): RequestListener =>
    (_req, res) =>
      void res.writeHead(status, { 'Content-Type': 'application/json' }).end(body)

  test.each([
    ['200 to all', answer(200), /no tiene ningún JWT en «datos.jwt»/],
    ['500 to all', answer(500), /responde 500 a las credenciales buenas.*Falla por dentro/],
    ['401 to all', answer(401), /responde 401 a las credenciales buenas.*Revisa/],
    ['404 to all', answer(404), /responde 404.*no existe/],
    ['429 to all', answer(429), /responde 429.*limitando/],
    ['302 to all', answer(302), /responde 302.*Redirige/],
    ['nothing', () => {}, /no responde/],
    ['a closed connection', (req) => void req.socket.destroy(), /no responde \(cerró la conexión/],
  ] as [string, RequestListener, RegExp][])('is told right: %s', async (_name, listener, sentence) => {
    await expect(attack(listener, map, SHORT)).rejects.toThrow(sentence)
  })

  test('lets everybody in if it gives a token to all', async () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x'
    const { secret, adminAccount, ...open } = map
    const found = await attack(answer(200, JSON.stringify({ datos: { jwt: token } })), open)
    const taken = found.filter(({ results }) => results.some(({ verdict }) => verdict === 'in'))
    expect(taken.length).toBeGreaterThan(9)
  })

  test('is wrong if the secret is not its own', async () => {
    await expect(attack(careless().app, { ...map, secret: 'otro' })).rejects.toThrow(/no es el que firma/)
  })

  test('is never told to hold once it has stopped working, whenever that is', async () => {
    const random = seeded(13)
    const BROKEN = [answer(200), answer(302), answer(401), answer(429), answer(500), answer(503)]
    BROKEN.push((req) => void req.socket.destroy())
    const { app } = careless()
    await Promise.all(
      Array.from({ length: BROKEN.length }, async (_each, at) => {
        const left = 3 + random(150)
        const broken = BROKEN[at]!
        let count = 0
        const listener: RequestListener = (req, res) => (++count > left ? broken(req, res) : app(req, res))
        const told = await attack(listener, map).then(allResults, () => [])
        expect(told.filter(({ verdict }) => verdict === 'in').length === 0 && told.length > 0).toBe(false)
      }),
    )
  })
})
