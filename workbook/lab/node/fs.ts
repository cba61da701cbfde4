// node:fs without a disk: whatever is looked for is not there. unenv's throws «not implemented», which
// Express takes for a failure of the server; memfs weighs more than Express itself.
import { nodeError } from './errors.ts'
import { later } from './later.ts'

const missing = (syscall: string, path: unknown) =>
  nodeError('ENOENT', `ENOENT: no such file or directory, ${syscall} '${path}'`, { errno: -2, syscall, path })

const sync = (syscall: string) => (path: unknown) => {
  throw missing(syscall, path)
}
const async =
  (syscall: string) =>
  (path: unknown, ...rest: unknown[]) => {
    const callback = rest.at(-1) as (error: Error) => void
    later(() => callback(missing(syscall, path)))
  }
const promised = (syscall: string) => (path: unknown) => Promise.reject(missing(syscall, path))

export function existsSync(): boolean {
  return false
}
export const readFileSync = sync('open')
export const writeFileSync = sync('open')
export const statSync = sync('stat')
export const createReadStream = sync('open')
export const readFile = async('open')
export const writeFile = async('open')
export const stat = async('stat')
export const promises = { readFile: promised('open'), writeFile: promised('open'), stat: promised('stat') }

/** Streams are compared with it. */
export class ReadStream {}

export default {
  createReadStream,
  existsSync,
  promises,
  ReadStream,
  readFile,
  readFileSync,
  stat,
  statSync,
  writeFile,
  writeFileSync,
}
