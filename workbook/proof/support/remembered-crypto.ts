// node:crypto with a memory: the same password with the same salt is derived once for all the apps of a run.
import { type BinaryLike, scrypt as derive, type ScryptOptions } from 'node:crypto'

export { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

type Done = (error: Error | null, key: Buffer) => void

const MEMORY = Symbol.for('cuaderno.derived')
const shared = globalThis as { [MEMORY]?: Map<string, Promise<Buffer>> }
const memory = shared[MEMORY] ?? new Map<string, Promise<Buffer>>()
shared[MEMORY] = memory

export function scrypt(
  password: BinaryLike,
  salt: BinaryLike,
  length: number,
  ...rest: [ScryptOptions, Done] | [Done]
): void {
  const done = rest.at(-1) as Done
  const options = rest.length === 2 ? rest[0] : {}
  const key = JSON.stringify([password, Buffer.from(salt as Buffer).toString('hex'), length, options])
  const derived =
    memory.get(key) ??
    new Promise<Buffer>((resolve, reject) => {
      derive(password, salt, length, options, (error, bytes) => (error ? reject(error) : resolve(bytes)))
    })
  memory.set(key, derived)
  derived.then(
    (bytes: Buffer) => done(null, Buffer.from(bytes)),
    (error: Error) => done(error, Buffer.alloc(0)),
  )
}
