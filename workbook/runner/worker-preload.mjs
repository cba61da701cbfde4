// Loaded by each test worker before Vitest, in plain JavaScript because no transform exists yet.
// 1. Packages that every lesson needs, so that a spare worker has them ready.
// 2. What the learner's code must not break or call throws and tells its line; so do errors that
//    Express catches.
// 3. A thread that notices when the main thread is stuck or takes too much memory, finds the line and
//    ends the process: Vitest's own timeout never fires inside a synchronous loop.
import 'express'
import 'jsonwebtoken'
import 'supertest'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { refuseFatalCalls } from '../guards/fatal-calls.mjs'
import { watchExpress } from '../guards/mishaps.mjs'
import { sealGlobals } from '../guards/sealed-globals.mjs'

const HEARTBEAT_MS = 250

const beats = new Int32Array(new SharedArrayBuffer(4))
setInterval(() => Atomics.add(beats, 0, 1), HEARTBEAT_MS).unref()

const guard = new URL('./loop-guard.mjs', import.meta.url)
new Worker(guard, { workerData: { beats }, execArgv: [], stdout: false, stderr: false }).unref()

const ofExpress = createRequire(createRequire(import.meta.url).resolve('express'))
watchExpress(ofExpress('router/lib/layer'))
refuseFatalCalls()
sealGlobals()
