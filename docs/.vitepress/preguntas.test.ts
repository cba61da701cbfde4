import { createHmac, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import express, { type Express } from 'express'
import jwt, { type JwtPayload } from 'jsonwebtoken'
import request from 'supertest'
import { describe, expect, test, vi } from 'vitest'
import { exigirToken } from '../../solutions/02-proteger-rutas/guardia.ts'
import { manejarErrores, rutaNoEncontrada } from '../../solutions/04-manejo-de-errores/errores.ts'

const page = readFileSync(new URL('../preguntas-frecuentes.md', import.meta.url), 'utf8')

// Once, and not in a test: under load it takes seconds.
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const SECRET = 'x'.repeat(32)
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const unsigned = `${encode({ alg: 'none' })}.${encode({ sub: '1' })}.`

/** The token that somebody makes with a public key as if it were a secret. */
function confused(publicKey: string): string {
  const text = `${encode({ alg: 'HS256' })}.${encode({ sub: '1' })}`
  return `${text}.${createHmac('sha256', publicKey).update(text).digest('base64url')}`
}

// What preguntas-frecuentes.md states about jsonwebtoken, seen by running it.
describe('jsonwebtoken, as the page of questions tells it', () => {
  test.each(['HS256', 'HS384', 'HS512'] as const)('accepts %s if nobody lists algorithms', (algorithm) => {
    expect(jwt.verify(jwt.sign({ sub: '1' }, SECRET, { algorithm }), SECRET)).toMatchObject({ sub: '1' })
  })

  test('refuses an unsigned token when it has a secret', () => {
    expect(() => jwt.verify(unsigned, SECRET)).toThrow('jwt signature is required')
  })

  test('does not take a public RSA key for a secret', () => {
    const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    expect(() => jwt.verify(confused(pem), pem)).toThrow('invalid algorithm')
    expect(() => jwt.verify(confused(pem), pem, { algorithms: ['RS256', 'HS256'] })).toThrow('symmetric key')
  })

  test('signs with a secret of one letter', () => {
    expect(jwt.verify(jwt.sign({ sub: '1' }, 'x'), 'x')).toMatchObject({ sub: '1' })
  })

  test('looks at aud only if it is asked to', () => {
    const token = jwt.sign({ aud: 'pagos' }, SECRET)
    expect(jwt.verify(token, SECRET)).toMatchObject({ aud: 'pagos' })
    expect(() => jwt.verify(token, SECRET, { audience: 'correo' })).toThrow('jwt audience invalid')
  })

  test('gives ES256 a signature of 64 bytes and RS256, with 2048 bits, one of 256', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const sizeOf = (token: string) => Buffer.from(token.split('.')[2] ?? '', 'base64url').length
    expect(sizeOf(jwt.sign({}, rsa.privateKey, { algorithm: 'RS256' }))).toBe(256)
    expect(sizeOf(jwt.sign({}, ec.privateKey, { algorithm: 'ES256' }))).toBe(64)
  })
})

const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
const written = pem.replaceAll('\n', '\\n')
const signWith = (key: string) => jwt.sign({}, key, { algorithm: 'ES256' })

const token = jwt.sign({ sub: '1' }, SECRET)
const [header, payload, signature] = token.split('.')
const verify = (text: unknown, secret = SECRET) =>
  jwt.verify(text as string, secret, { algorithms: ['HS256'] })

/** An instance of a class, as those that an ORM gives. */
class Account {
  readonly rol = 'usuario'
}

function messageOf(provoke: () => unknown): string | undefined {
  try {
    provoke()
  } catch (error) {
    return (error as Error).message
  }
}

// What provokes each message of the table, as its row tells.
const PROVOKED: Record<string, (() => unknown)[]> = {
  'jwt must be provided': [() => verify(undefined), () => verify(null), () => verify('')],
  'jwt must be a string': [() => verify({ access_token: token })],
  'jwt malformed': [() => verify('undefined'), () => verify(`${header}.${payload}`)],
  'invalid token': [
    () => verify(`Bearer ${token}`),
    () => verify(`"${token}"`),
    () => verify(`${token}\n`),
    () => verify(`e${header}.${payload}.${signature}`),
  ],
  'jwt signature is required': [() => verify(unsigned)],
  'invalid signature': [
    () => verify(token, 'y'.repeat(32)),
    () => verify(`${header}.${encode({ sub: '2' })}.${signature}`),
  ],
  'invalid algorithm': [() => verify(jwt.sign({}, SECRET, { algorithm: 'HS512' }))],
  'jwt expired': [() => verify(jwt.sign({}, SECRET, { expiresIn: -1 }))],
  'jwt not active': [() => verify(jwt.sign({}, SECRET, { notBefore: 60 }))],
  'secret or public key must be provided': [() => verify(token, '')],
  'secretOrPrivateKey must have a value': [
    () => jwt.sign({}, ''),
    () => jwt.sign({}, undefined as unknown as string),
  ],
  'secretOrPrivateKey must be an asymmetric key when using ES256': [
    () => signWith(SECRET),
    () => signWith(written),
    () => signWith(pem.replaceAll('\n', '')),
  ],
  'Expected "payload" to be a plain object.': [[], new Date(), new Account()].map(
    (value) => () => jwt.sign(value as object, SECRET),
  ),
  '"subject" must be a string': [() => jwt.sign({}, SECRET, { subject: 1 as unknown as string })],
  'Bad "options.subject" option. The payload already has an "sub" property.': [
    () => jwt.sign({ sub: '1' }, SECRET, { subject: '1' }),
  ],
  '"expiresIn" should be a number of seconds or string representing a timespan': [
    undefined,
    Number.NaN,
    1.5,
  ].map((expiresIn) => () => jwt.sign({}, SECRET, { expiresIn })),
}

describe('the table of messages', () => {
  const section = page.slice(page.indexOf('{#mensajes}'), page.indexOf('{#registro}'))
  const messages = [...section.matchAll(/^\| `(.+?)` \|/gm)].map(([, message = '']) => message)

  test('has a row for each message that is provoked here, and no other', () => {
    expect(messages).toEqual(Object.keys(PROVOKED))
  })

  test.each(Object.entries(PROVOKED))('tells what causes «%s»', (message, provoke) => {
    for (const each of provoke) expect(messageOf(each)).toBe(message)
  })

  test('mends a key whose newlines came written out', () => {
    expect(signWith(written.replaceAll('\\n', '\n'))).toMatch(/^ey/)
  })

  test('tolerates with clockTolerance a token that is not active for some seconds more', () => {
    const early = jwt.sign({ sub: '1' }, SECRET, { notBefore: 5 })
    const { sub } = jwt.verify(early, SECRET, { algorithms: ['HS256'], clockTolerance: 30 }) as JwtPayload
    expect(sub).toBe('1')
  })
})

describe('the question about Express 4', () => {
  test('gives what takes to next whatever a middleware throws, later or at once', async () => {
    const [, source = ''] = /const capturar = (.+)/.exec(page) ?? []
    const wrap = new Function(`return ${source}`)()
    const next = vi.fn()
    const fault = new Error('sin token')
    await wrap(async () => Promise.reject(fault))({}, {}, next)
    expect(next.mock.calls).toEqual([[fault]])
    expect(() =>
      wrap(() => {
        throw fault
      })({}, {}, next),
    ).toThrow(fault)
  })
})

describe('the question about CORS', () => {
  const guard = exigirToken(() => ({ sub: '1' }))
  /** How the API answers to what a browser asks before it sends a token to another origin. */
  const preflight = async (app: Express) => {
    app.get('/perfil', guard, (_req, res) => void res.json({}))
    app.use(rutaNoEncontrada, manejarErrores())
    const { status } = await request(app).options('/perfil').set('Origin', 'https://app.ejemplo.com')
    return status
  }

  test('tells the status of a preflight without cors()', async () => {
    expect(await preflight(express())).toBe(404)
    expect(await preflight(express().use(guard))).toBe(401)
  })
})

describe('the question about a login without its content type', () => {
  test.each(['text', 'form'])('tells that Express 5 leaves the body undefined: %s', async (type) => {
    const app = express().use(express.json())
    app.post('/login', (req, res) => void res.json({ body: typeof req.body }))
    const { body } = await request(app).post('/login').type(type).send('{"email":"ana@example.com"}')
    expect(body).toEqual({ body: 'undefined' })
  })
})
