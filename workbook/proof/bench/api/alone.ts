// What a signature, a verification and a revocation cost on their own, without a server: the process tells it and ends.
import {
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import jwt, { type Algorithm, type Secret } from 'jsonwebtoken'
import { crearToken, exigirSecreto } from '#solucion/01-generar-el-token/token.ts'
import { ListaDeRevocados } from '#solucion/05-revocar-tokens/revocacion.ts'
import type { Alone, Revoking, Signing } from '../../../../docs/.vitepress/measures/record.ts'
import { median, percentile } from '../../../../docs/.vitepress/measures/statistics.ts'
import { fill, freshClaims } from './revoked.ts'

const SIZES = [1e3, 1e4, 1e5, 1e6]
const LISTS = 2
const CALLS = 2000
const ROUNDS = 15
const CALLS_A_ROUND = 1000
const WARM_UP = 2000

const secret = randomBytes(32).toString('base64url')
const key = createSecretKey(secret, 'utf8')
const token = crearToken({ id: 1 }, exigirSecreto(secret), { expiresIn: 3600, jwtid: 'banco' })

/** Processor time of one call, in microseconds: the median of the rounds, which take turns. */
function costs(calls: Record<string, () => unknown>): Record<string, number> {
  const times = new Map(Object.keys(calls).map((name) => [name, [] as number[]]))
  for (const call of Object.values(calls)) for (let time = 0; time < WARM_UP; time += 1) call()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, call] of Object.entries(calls)) {
      const before = process.cpuUsage()
      for (let time = 0; time < CALLS_A_ROUND; time += 1) call()
      const { user, system } = process.cpuUsage(before)
      times.get(name)?.push((user + system) / CALLS_A_ROUND)
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)]))
}

const verify = (secretOrKey: Secret) => () => jwt.verify(token, secretOrKey, { algorithms: ['HS256'] })

function failToReadPublicKey(): void {
  try {
    createPublicKey(secret)
  } catch {
    // As jsonwebtoken does with it: nothing.
  }
}

/** What signing and verifying cost with a key, by the algorithm. */
function signing(algorithm: Algorithm, privateKey: KeyObject, publicKey: KeyObject): Signing {
  const claims = { sub: '1', jti: 'banco' }
  const signed = jwt.sign(claims, privateKey, { algorithm })
  const { sign = 0, verify = 0 } = costs({
    sign: () => jwt.sign(claims, privateKey, { algorithm }),
    verify: () => jwt.verify(signed, publicKey, { algorithms: [algorithm] }),
  })
  return { algorithm, sign, verify }
}

/** One by one, in lists of that size: the clock of each call, which also waits for whoever else uses the machine. */
function revoking(size: number): Revoking {
  const times: number[] = []
  for (let list = 0; list < LISTS; list += 1) {
    const revoked = new ListaDeRevocados()
    fill(revoked, size)
    for (let call = 0; call < CALLS; call += 1) {
      const claims = freshClaims()
      const start = performance.now()
      revoked.revocar(claims)
      times.push(performance.now() - start)
    }
  }
  return { size, median: median(times), p99: percentile(times, 99), worst: Math.max(...times) }
}

const ofCurve = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })

const alone: Alone & { version: string } = {
  version: process.versions.node,
  verifying: {
    text: 0,
    key: 0,
    publicKey: 0,
    ...costs({ text: verify(secret), key: verify(key), publicKey: failToReadPublicKey }),
  },
  signing: [
    signing('HS256', key, key),
    signing('ES256', ofCurve.privateKey, ofCurve.publicKey),
    signing('RS256', rsa.privateKey, rsa.publicKey),
  ],
  revoking: SIZES.map(revoking),
}
process.send?.(alone, () => process.exit())
