// What the page and the Worker that runs the learner's app say to each other.
import type { Condition } from '../curriculum/imports.ts'
import type { OwnImports } from '../curriculum/own-imports.ts'
import type { PackageNames } from '../verdict/shape/wrong-import.ts'
import type { SentError } from './protocol.ts'

/** The app of a lesson, to be started. */
export interface ServeOrder {
  type: 'serve'
  files: Readonly<Record<string, string>>
  imports: OwnImports
  packages: Readonly<Record<string, PackageNames>>
  condition?: Condition
  /** Name of the lesson's folder. */
  slug: string
  /** Whether it speaks TLS, too. */
  tls: boolean
  /** What it takes from the environment; without a secret, it gets one at random that nobody else knows. */
  environment?: Readonly<Record<string, string>>
}

/** A request, as the page composes it. */
export interface AppRequest {
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body?: string
  /** Over TLS, if the app speaks it. */
  secure: boolean
}

export interface RequestOrder {
  type: 'request'
  request: AppRequest
}

/** The whole answer of the app. */
export interface AppAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

export type ServeNews =
  | { type: 'serving' }
  | { type: 'unserved'; message: string }
  /** With the error that a handler threw, if the app could not make more of it than a 500. */
  | { type: 'answered'; answer: AppAnswer; thrown?: SentError }
  | { type: 'unanswered'; message: string }
