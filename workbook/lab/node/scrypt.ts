// scrypt in WebAssembly, by hash-wasm: as fast as Node's. @noble/hashes takes half as long again, in the
// one thread that the tests have. What was derived once is remembered, also from one Worker to the next:
// the accounts of the lessons keep their salts, and each login would cost 200 ms.

import { scrypt as scryptOf } from '@noble/hashes/scrypt.js'
import { sha256 } from '@noble/hashes/sha2.js'
import hashWasm from 'hash-wasm/dist/scrypt.umd.min.js'

import { slowly, slowlyLater } from './slow.ts'

const { scrypt: derive } = hashWasm

/** A result and the digest of what it was derived from. */
export type Derived = readonly [id: string, hash: Uint8Array]
export interface Cost {
  N: number
  r: number
  p: number
}

const known = new Map<string, Uint8Array>()
const fresh: Derived[] = []
let mayDerive = true

/** Derives `length` bytes (RFC 7914), or remembers them. */
export async function scrypt(
  password: Buffer,
  salt: Buffer,
  length: number,
  { N, r, p }: Cost,
): Promise<Buffer> {
  // hash-wasm refuses to.
  if (length === 0) return Buffer.alloc(0)
  const id = idOf(password, salt, length, { N, r, p })
  const before = recall(id)
  if (before) return before
  const options = { costFactor: N, blockSize: r, parallelism: p, hashLength: length }
  return keep(id, await slowlyLater(() => derive({ password, salt, ...options, outputType: 'binary' })))
}

/** The same at once: in WebAssembly it takes a promise, so this one is slower. */
export function scryptSync(password: Buffer, salt: Buffer, length: number, cost: Cost): Buffer {
  const id = idOf(password, salt, length, cost)
  return (
    recall(id) ??
    keep(
      id,
      slowly(() => scryptOf(password, salt, { ...cost, dkLen: length })),
    )
  )
}

/** While work goes on, what is not remembered is refused: it would take longer than all the rest. */
export async function withoutDeriving(work: () => Promise<unknown>): Promise<void> {
  mayDerive = false
  try {
    await work()
  } finally {
    mayDerive = true
  }
}

function idOf(password: Buffer, salt: Buffer, length: number, { N, r, p }: Cost): string {
  const cost = JSON.stringify([N, r, p, length, password.length])
  return Buffer.from(sha256(Buffer.concat([Buffer.from(cost), password, salt]))).toString('hex')
}

function recall(id: string): Buffer | undefined {
  const before = known.get(id)
  if (!before && !mayDerive) throw new Error('Not now')
  return before && Buffer.from(before)
}

function keep(id: string, hash: Uint8Array): Buffer {
  known.set(id, hash)
  fresh.push([id, hash])
  return Buffer.from(hash)
}

/** Takes over what another Worker derived. */
export function remember(results: Iterable<Derived>): void {
  for (const [id, hash] of results) known.set(id, hash)
}

/** What this Worker derived that it did not know. */
export function freshResults(): readonly Derived[] {
  return fresh
}

/** Compiles the WebAssembly, so that the first login does not wait for it. */
export async function warmUp(): Promise<void> {
  await derive({
    password: 'x',
    salt: new Uint8Array(8),
    costFactor: 2,
    blockSize: 1,
    parallelism: 1,
    hashLength: 16,
  })
}
