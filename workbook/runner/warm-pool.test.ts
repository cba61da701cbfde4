import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { PoolOptions } from 'vitest/node'
import { WarmPool } from './warm-pool.ts'

const vitest = createRequire(import.meta.url).resolve('vitest/package.json')

/** Waits without a turn of the event loop: nothing that ends meanwhile is known to have ended. */
const stand = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

test('an answer to a process that was just ended goes nowhere, and nothing else happens', async () => {
  const [outputStream, errorStream] = [process.stdout, process.stderr]
  const project = { vitest: { logger: { outputStream, errorStream } } }
  const options = { distPath: join(dirname(vitest), 'dist'), env: process.env, execArgv: [], project }
  const pool = new WarmPool(false)
  const worker = pool.createPoolWorker(options as unknown as PoolOptions)
  await worker.start()
  const failed = vi.fn()
  worker.on('error', failed)
  const exit = new Promise((resolve) => worker.on('exit', resolve))
  pool.close()
  stand(300)
  for (let times = 0; times < 3; times++) worker.send({ late: true } as never)
  await exit
  await new Promise(setImmediate)
  expect(failed).not.toHaveBeenCalled()
})
