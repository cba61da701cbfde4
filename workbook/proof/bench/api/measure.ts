import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Alone, Cost, NodeRun, Run } from '../../../../docs/.vitepress/measures/record.ts'
import { RECORD } from '../../../../docs/.vitepress/measures/record.ts'
import { ROOT } from '../../../curriculum/paths.ts'
import { TEXTS } from '../texts.ts'
import { type ContenderName, NAMES } from './names.ts'
import { findNodes } from './nodes.ts'
import { installPeers, PEERS } from './peers.ts'
import { buildPrograms, MeasuredServer, startProgram } from './processes.ts'
import { CONNECTIONS, measureRound, REQUESTS } from './round.ts'

// Two processes of the same server may cost a fifth more or less, by what V8 compiled first: each is started anew.
const STARTS = 3
const ROUNDS_A_START = 4
const ROUNDS = STARTS * ROUNDS_A_START
// Until V8 has compiled what it runs so often.
const WARM_UP = 4
const SIZES = [1e3, 1e4, 1e5, 1e6]
const COMPARED = [
  'express',
  'jsonwebtoken',
  'express-jwt',
  'passport-jwt',
  'fastify',
  '@fastify/jwt',
  'autocannon',
]
const GIGABYTE = 2 ** 30

/** Which server, with how many revoked tokens, and where what it costs is noted. */
interface Entry {
  name: ContenderName
  revoked: number
  cost: Cost
}

/**
 * What the server spends in each `GET /perfil` of the finished app and of its peers: all of them wait while one is
 * asked, in turns, so that what else the machine does falls upon all. The run is left where the page reads it.
 */
export async function measureApi(): Promise<string> {
  installPeers()
  const nodes = findNodes()
  await buildPrograms()
  const [before = 0] = loadavg()
  const measured: NodeRun[] = []
  for (const node of nodes) {
    console.log(TEXTS.measuring(ROUNDS, node))
    measured.push(await measureNode(node))
  }
  const run = describe(measured, before)
  writeFileSync(RECORD, `${JSON.stringify(run, rounded, 2)}\n`)
  return TEXTS.api(run, fileURLToPath(RECORD))
}

async function measureNode(node: string): Promise<NodeRun> {
  const servers = NAMES.map((name) => ({ name, revoked: 0, cost: noCost() }))
  const finished = SIZES.map((revoked) => ({ name: 'terminada' as const, revoked, cost: noCost() }))
  for (let start = 0; start < STARTS; start += 1) await measureOnce([...servers, ...finished], node)
  const { said } = await startProgram<Alone & { version: string }>('alone', [], node)
  return {
    ...said,
    servers: Object.fromEntries(servers.map(({ name, cost }) => [name, cost])),
    revoked: finished.map(({ revoked, cost }) => ({ size: revoked, ...cost })),
  }
}

async function measureOnce(entries: readonly Entry[], node: string): Promise<void> {
  const started = await Promise.all(
    entries.map(async ({ name, revoked, cost }) => ({
      server: await MeasuredServer.start(name, node, revoked),
      cost,
    })),
  )
  for (let round = -WARM_UP; round < ROUNDS_A_START; round += 1) {
    for (const { server, cost } of started) await measureRound(server, round < 0 ? noCost() : cost)
  }
  for (const { server } of started) await server.stop()
}

function noCost(): Cost {
  return { cpu: [], p99: [] }
}

function describe(nodes: NodeRun[], before: number): Run {
  const [after = 0] = loadavg()
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: {
      cpu: cpus()[0]?.model.trim() ?? '',
      cores: cpus().length,
      gigabytes: Math.round(totalmem() / GIGABYTE),
      system: `${type()} ${release().split('-')[0]}`,
    },
    load: [before, after],
    starts: STARTS,
    rounds: ROUNDS,
    requests: REQUESTS,
    connections: CONNECTIONS,
    versions: Object.fromEntries(COMPARED.map((name) => [name, versionOf(name)])),
    nodes,
  }
}

/** Of what the workbook has, and otherwise of what the peers have. */
function versionOf(name: string): string {
  for (const from of [`${ROOT}package.json`, PEERS]) {
    const path = createRequire(from).resolve.paths(name)?.[0]
    try {
      return JSON.parse(readFileSync(`${path}/${name}/package.json`, 'utf8')).version
    } catch {
      // In the other one.
    }
  }
  return ''
}

/** No more figures than they are worth. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value
}
