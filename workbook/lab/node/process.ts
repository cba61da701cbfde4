// node:process. unenv's says that nothing is implemented; the npm package `process` has neither hrtime
// nor what Vitest, Express and the guards of the runner ask for.
import EventEmitter from 'node:events'

const start = performance.now()
const { now } = performance
const elapsed = () => now.call(performance) - start

function hrtime(before?: [number, number]): [number, number] {
  const ns =
    BigInt(Math.round(elapsed() * 1e6)) - (before ? BigInt(before[0]) * BILLION + BigInt(before[1]) : 0n)
  return [Number(ns / BILLION), Number(ns % BILLION)]
}
const BILLION = 1_000_000_000n
hrtime.bigint = () => BigInt(Math.round(elapsed() * 1e6))

const output = (fd: 1 | 2, write: (text: string) => void) => ({
  fd,
  isTTY: false,
  write(text: unknown): true {
    write(String(text).replace(/\n$/, ''))
    return true
  },
})

function exit(code?: number): never {
  // What Vitest says of it in Node.
  throw new Error(`process.exit unexpectedly called with "${code ?? 0}"`)
}

const queue = globalThis.queueMicrotask.bind(globalThis)

export const process = Object.assign(new EventEmitter(), {
  title: 'node',
  pid: 1,
  platform: 'linux',
  arch: 'x64',
  version: 'v20.20.2',
  versions: { node: '20.20.2' },
  release: { name: 'node' },
  argv: ['node', 'vitest'],
  execArgv: [] as string[],
  exitCode: undefined as number | undefined,
  env: { NODE_ENV: 'test', VITEST: 'true', TEST: 'true', MODE: 'test' } as Record<string, string>,
  stdout: output(1, (text) => console.log(text)),
  stderr: output(2, (text) => console.error(text)),
  nextTick: (job: (...args: unknown[]) => void, ...args: unknown[]) => queue(() => job(...args)),
  cwd: () => '/',
  uptime: () => elapsed() / 1000,
  memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
  hrtime,
  exit,
  reallyExit: exit,
  abort: exit,
  kill: exit,
  disconnect: exit,
  emitWarning: (warning: unknown) => console.warn(String(warning)),
})

export const { env, argv, execArgv, platform, arch, version, versions, pid, stdout, stderr } = process
export const { nextTick, cwd, uptime, memoryUsage, emitWarning } = process
export { exit, hrtime }
export default process
