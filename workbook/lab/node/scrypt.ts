// scrypt in WebAssembly, by hash-wasm: as fast as Node's. @noble/hashes takes half as long again, in the
// one thread that the tests have. What was derived once is remembered, also from one Worker to the next:
// the accounts of the lessons keep their salts, and each login would cost 200 ms.
import { sha256 } from '@noble/hashes/sha2.js'
import hashWasm from 'hash-wasm/dist/scrypt.umd.min.js'

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

/** Derives `length` bytes (RFC 7914), or remembers them. */
export async function scrypt(
  password: Buffer,
  salt: Buffer,
  length: number,
  { N, r, p }: Cost,
): Promise<Buffer> {
  // hash-wasm refuses to.
  if (length === 0) return Buffer.alloc(0)
  const cost = JSON.stringify([N, r, p, length, password.length])
  const id = Buffer.from(sha256(Buffer.concat([Buffer.from(cost), password, salt]))).toString('hex')
  const before = known.get(id)
  if (before) return Buffer.from(before)
  const hash = await derive({
    password,
    salt,
    costFactor: N,
    blockSize: r,
    parallelism: p,
    hashLength: length,
    outputType: 'binary',
  })
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
