import { createRequire } from 'node:module'
import type { Cost } from '../../../../docs/.vitepress/measures/record.ts'
import { percentile } from '../../../../docs/.vitepress/measures/statistics.ts'
import { PEERS } from './peers.ts'
import type { MeasuredServer } from './processes.ts'

/** From that many connections at once, each of which asks again as soon as it is answered. */
export const CONNECTIONS = 10
/** Of each server in each round: enough for V8 to have compiled what a server that is always up has compiled. */
export const REQUESTS = 2000

/** What is used of autocannon. */
interface Load extends Promise<{ '2xx': number; errors: number }> {
  stop(): void
  on(event: 'response', listen: (client: object, status: number, bytes: number, time: number) => void): void
}

/** How long a round may last, in milliseconds: now and then autocannon does not notice that it has finished. */
const PATIENCE_MS = 30_000
const ATTEMPTS = 3

/** Fires that many requests with its token at a server, and notes what each cost it. Throws if one is not a 200. */
export async function measureRound(server: MeasuredServer, cost: Cost): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await measured(server, cost)) return
  }
  throw new Error(`${server.url}: ${ATTEMPTS} × ${PATIENCE_MS} ms`)
}

/** Whether the round came to its end. */
async function measured(server: MeasuredServer, cost: Cost): Promise<boolean> {
  const autocannon: (options: object) => Load = createRequire(PEERS)('autocannon')
  const times: number[] = []
  const before = await server.cpu()
  const load = autocannon({
    url: server.url,
    connections: CONNECTIONS,
    amount: REQUESTS,
    // It looks whether it has finished this often, in milliseconds.
    sampleInt: 50,
    headers: { authorization: `Bearer ${server.token}` },
  })
  // By its own clock: the result rounds to milliseconds.
  load.on('response', (_client, _status, _bytes, time) => times.push(time))
  const late = setTimeout(() => load.stop(), PATIENCE_MS)
  const { '2xx': answered } = await load
  clearTimeout(late)
  if (times.length < REQUESTS) return false
  if (answered !== REQUESTS) throw new Error(`${server.url}: ${answered} of ${REQUESTS}`)
  cost.cpu.push(((await server.cpu()) - before) / REQUESTS)
  cost.p99.push(percentile(times, 99))
  return true
}
