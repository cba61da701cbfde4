// Plain JavaScript, so that it can start the first test worker before anything else is loaded: the
// worker gets ready on another processor while this one loads Vitest and the engine.
import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const PRELOAD = new URL('./worker-preload.mjs', import.meta.url).href

/** What we add to the arguments with which Vitest starts its forks. */
export const WORKER_ARGS = ['--import', PRELOAD]

/** @type {import('node:child_process').ChildProcess | undefined} */
let early

/** Starts a worker that the first run will find ready. Throws if Vitest is not installed. */
export function startEarlyWorker() {
  const vitest = dirname(createRequire(import.meta.url).resolve('vitest/package.json'))
  early = fork(join(vitest, 'dist', 'workers', 'forks.js'), [], {
    env: { ...process.env, TEST: 'true', VITEST: 'true', NODE_ENV: process.env.NODE_ENV || 'test' },
    execArgv: [
      '--experimental-import-meta-resolve',
      ...['--require', join(vitest, 'suppress-warnings.cjs')],
      ...WORKER_ARGS,
    ],
    stdio: 'pipe',
    serialization: 'advanced',
  })
}

/** The worker that was started early, once. */
export function takeEarlyWorker() {
  const worker = early
  early = undefined
  return worker
}

/** Ends the worker that was started early if no run took it: it would keep this process alive. */
export function stopEarlyWorker() {
  takeEarlyWorker()?.kill('SIGKILL')
}
