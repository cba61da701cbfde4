// Loaded by each test worker before Vitest, in plain JavaScript because no transform exists yet.
// 1. Packages that every lesson needs, so that a spare worker has them ready.
// 2. A thread that notices when the main thread is stuck, finds the line and ends the process:
//    Vitest's own timeout never fires inside a synchronous loop.
import 'express'
import 'jsonwebtoken'
import 'supertest'
import { Worker } from 'node:worker_threads'

const HEARTBEAT_MS = 100

const beats = new Int32Array(new SharedArrayBuffer(4))
setInterval(() => Atomics.add(beats, 0, 1), HEARTBEAT_MS).unref()

const guard = new URL('./loop-guard.mjs', import.meta.url)
new Worker(guard, { workerData: { beats }, execArgv: [], stdout: false, stderr: false }).unref()
