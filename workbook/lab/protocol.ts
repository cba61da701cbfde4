// What the page and its Worker say to each other.

import type { Condition } from '../curriculum/imports.ts'
import type { OwnImports } from '../curriculum/own-imports.ts'
import type { Mishap } from '../verdict/judge.ts'
import type { Place } from '../verdict/model.ts'
import type { PackageNames } from '../verdict/shape/wrong-import.ts'
import type { Derived } from './node/scrypt.ts'
import type { RequestOrder, ServeNews, ServeOrder } from './serve-protocol.ts'

/** The global that each loop of the learner's calls in each turn, with its line and its file. */
export const TURN = '__turn'

/** The texts of all modules by their path in the project. */
export interface Modules {
  files: Readonly<Record<string, string>>
  imports: OwnImports
  /** What there is to import in Node. */
  packages: Readonly<Record<string, PackageNames>>
  condition?: Condition
}

/** With the tests that will be run. */
export interface Work extends Modules {
  spec: string
}

/** What will probably run, to be gone through beforehand. */
export interface Rehearsal extends Work {
  /** What earlier Workers derived from passwords. */
  known: readonly Derived[]
}

/** The first order to a Worker: to say when it is ready, once it has done beforehand what the next run takes. */
export interface PrepareOrder {
  type: 'prepare'
  /** Without it there is nothing to gain: somebody is already waiting. */
  work?: Rehearsal
}

export interface RunOrder extends Work {
  type: 'run'
  /** Milliseconds that a test may take. */
  testTimeout: number
  /** What earlier Workers derived from passwords. */
  known: readonly Derived[]
}

/** A program of the project, to be run to its end. */
export interface SceneOrder extends Modules {
  type: 'scene'
  /** Its path in the project. */
  scene: string
  known: readonly Derived[]
}

export type Order = PrepareOrder | RunOrder | SceneOrder | ServeOrder | RequestOrder | { type: 'ping' }

/** An error as a Worker may send it: whatever the learner's code threw. */
export interface SentError {
  name?: string
  message?: string
  stack?: string
  actual?: unknown
  expected?: unknown
  cause?: { message?: string }
  type?: 'Unhandled Rejection' | 'Uncaught Exception'
}

export interface SentTest {
  id: string
  title: string
  /** Its outermost `describe`. */
  task: string
}

/** A request that the learner's app answered. */
export interface SentExchange {
  /** Id of the test that was running. */
  test?: string
  method: string
  path: string
  /** Whether it had an `Authorization` header. */
  token: boolean
  status: number
}

export type News =
  | { type: 'exchange'; exchange: SentExchange }
  | ServeNews
  | { type: 'ready' }
  /** `rested`: the event loop had nothing else to do. */
  | { type: 'pong'; rested: boolean }
  /** A loop that does not come to its end. */
  | { type: 'loop'; place: Place }
  /** Something slow of ours begins or has ended, such as scrypt. */
  | { type: 'busy' }
  | { type: 'idle'; ms: number }
  /** A test has to wait so many times longer than usual: the machine has other things to do. */
  | { type: 'patience'; times: number }
  | { type: 'collected'; tests: SentTest[] }
  | {
      type: 'tested'
      id: string
      state: 'passed' | 'failed' | 'pending'
      errors: SentError[]
      duration: number
    }
  /** `own`: written by the learner's code, and not by what is given. */
  | { type: 'console'; test?: string; text: string; own: boolean }
  | { type: 'flood' }
  | { type: 'mishap'; mishap: Mishap }
  /** A text that is no program; `probe` finds the place if the engine did not tell it. */
  | { type: 'syntax'; file: string; message: string; line?: number; probe?: string }
  | { type: 'done'; errors: SentError[]; loose: SentError[]; derived: readonly Derived[] }
