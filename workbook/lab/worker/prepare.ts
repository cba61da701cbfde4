// A browser compiles a function when it is first called, and makes it fast once it knows how it is used.
// Before anybody waits, the Worker compiles what will run and goes the way of a run with tests of its own.
import { createSign, createVerify, generateKeyPairSync } from '../node/crypto.ts'
import { warmUp as warmUpScrypt } from '../node/scrypt.ts'
import type { Work } from '../protocol.ts'
import { Linker } from './linker.ts'
import { importable } from './packages.ts'
import { runSpecification } from './runner.ts'

const SPEC = 'warm-up.test.ts'
const TIMEOUT_MS = 1000
/** After these, signing and verifying are as fast as they get. */
const SIGNATURES = 5
const TEXT = `
import express, { type Express } from 'express'
import jwt from 'jsonwebtoken'
import supertest from 'supertest'
import { describe, expect, test } from 'vitest'

const app: Express = express()
app.use(express.json())
app.post('/', (req, res) => void res.status(201).json(jwt.verify(req.body.token, 'x')))

describe('warm-up', () => {
  test('a request', async () => {
    const token = jwt.sign({ rol: 'admin' }, 'x', { subject: '1', expiresIn: 60 })
    const { status, body } = await supertest(app).post('/').send({ token })
    expect(status, 'sentence').toBe(201)
    expect(body, 'sentence').toMatchObject({ rol: 'admin' })
  })

  test('a failure', () => {
    expect(() => jwt.verify('x', 'x'), 'sentence').toThrow('jwt malformed')
    expect({ one: 1 }, 'sentence').toEqual({ one: 2 })
  })
})
`

/** Does what a run needs that is the same for every text of the learner's, which is not looked at here. */
export async function prepare(work?: Work): Promise<void> {
  await warmUpScrypt()
  if (!work) return
  new Linker({ ...work, importable: importable(work.packages) }).compile(work.spec)
  // Tests that make keys will sign and verify with them.
  if (/\bcreatePrivateKey\b/.test(work.files[work.spec] ?? '')) warmUpKeys()
  const own = new Linker({ files: { [SPEC]: TEXT }, imports: {}, importable: importable({}) })
  // What it tells the page goes unheard: nobody listens before the Worker is ready.
  await runSpecification(SPEC, own, TIMEOUT_MS)
}

function warmUpKeys(): void {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  for (let time = 0; time < SIGNATURES; time += 1) {
    const signature = createSign('SHA256').update('').sign(privateKey)
    createVerify('SHA256').update('').verify(publicKey, signature)
  }
}
