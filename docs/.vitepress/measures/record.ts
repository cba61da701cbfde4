import { readFileSync } from 'node:fs'

/** Where `npm run bench -- api` leaves its last run. */
export const RECORD = new URL('../../medidas/api.json', import.meta.url)

/** A run of `npm run bench -- api`. */
export interface Run {
  /** The day, as in 2026-11-29. */
  date: string
  machine: { cpu: string; cores: number; gigabytes: number; system: string }
  /** Processes that wanted a core, on average, in the minute before the run and in its last one. */
  load: [number, number]
  rounds: number
  /** How many processes of each server they are shared out among, one after another. */
  starts: number
  /** Of each server in each round, from that many connections at once. */
  requests: number
  connections: number
  /** Of what is compared. */
  versions: Record<string, string>
  nodes: NodeRun[]
}

export interface NodeRun extends Alone {
  version: string
  /** By its name in `contenders.ts`. */
  servers: Record<string, Cost>
  /** The finished app with that many revoked tokens. */
  revoked: (Cost & { size: number })[]
}

/** Round by round. */
export interface Cost {
  /** Processor time of the server for each request, in microseconds. */
  cpu: number[]
  /** What 99 of 100 answers took at most, in milliseconds. */
  p99: number[]
}

/** What costs without a server. */
export interface Alone {
  /** Processor time of one call, in microseconds. */
  verifying: { text: number; key: number; publicKey: number }
  signing: Signing[]
  revoking: Revoking[]
}

/** Processor time of one signature and of one verification, each with its key, in microseconds. */
export interface Signing {
  algorithm: string
  sign: number
  verify: number
}

/** What a revocation takes by the clock in a list of that size, in milliseconds. */
export interface Revoking {
  size: number
  median: number
  p99: number
  worst: number
}

/** The run that is in the repository. */
export function readRun(): Run {
  return JSON.parse(readFileSync(RECORD, 'utf8'))
}
