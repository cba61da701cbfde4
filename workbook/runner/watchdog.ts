import type { Reporter, TestCase, TestModule, TestRunEndReason, Vitest } from 'vitest/node'
import type { Ending } from '../verdict/explain/ending.ts'
import {
  FLOOD_CHARACTERS,
  FLOOD_LINES,
  KEPT_CHARACTERS,
  SILENCE_MS,
  TIMEOUTS_ALLOWED,
} from '../verdict/explain/limits.mjs'
import { hasNoAnswer } from './unfinished.ts'

/**
 * Follows a run so that it always ends: cancels it after two tests of a lesson that never got an answer (the
 * rest would only repeat it, slowly) and ends its workers when nothing at all happens any more, or too much.
 */
export class Watchdog implements Reporter {
  /** Why it ended the workers of the run, if it had to. */
  ending?: Ending
  /** How many times longer than usual it waits. */
  patience = 1
  /** What the learner's code wrote to the console, by test id. */
  readonly console = new Map<string, string>()
  readonly #killWorkers: () => void
  #vitest?: Vitest
  #timer?: NodeJS.Timeout
  /** By the specification's module. */
  readonly #timeouts = new Map<string, number>()
  #collected = false
  #characters = 0
  #lines = 0

  constructor(killWorkers: () => void) {
    this.#killWorkers = killWorkers
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestRunStart(): void {
    this.ending = undefined
    this.#timeouts.clear()
    this.#collected = false
    this.#characters = 0
    this.#lines = 0
    this.console.clear()
    this.breathe()
  }

  onTestModuleCollected(_module: TestModule): void {
    this.#collected = true
    this.breathe()
  }

  onTestCaseReady(_test: TestCase): void {
    this.breathe()
  }

  onTestCaseResult(test: TestCase): void {
    this.breathe()
    if (!hasNoAnswer(test)) return
    const { moduleId } = test.module
    const timeouts = (this.#timeouts.get(moduleId) ?? 0) + 1
    this.#timeouts.set(moduleId, timeouts)
    if (timeouts === TIMEOUTS_ALLOWED) void this.#vitest?.cancelCurrentRun('test-failure')
  }

  onUserConsoleLog({ content, taskId = '' }: { content: string; taskId?: string }): void {
    const kept = this.console.get(taskId) ?? ''
    if (kept.length < KEPT_CHARACTERS) {
      this.console.set(taskId, (kept + content).slice(0, KEPT_CHARACTERS))
    }
    this.#lines += content.split('\n').length
    this.written(content.length)
  }

  onTestRunEnd(_modules: unknown, _errors: unknown, _reason: TestRunEndReason): void {
    clearTimeout(this.#timer)
  }

  /** Counts what the workers write past the console. */
  written(characters: number): void {
    this.#characters += characters
    if (this.#characters > FLOOD_CHARACTERS || this.#lines > FLOOD_LINES) this.#giveUp('flood')
  }

  /** Something happens: its patience begins anew. */
  breathe(): void {
    clearTimeout(this.#timer)
    const silent = () => this.#giveUp(this.#collected ? 'stalled' : 'hang')
    this.#timer = setTimeout(silent, SILENCE_MS * this.patience)
  }

  #giveUp(ending: Ending): void {
    if (this.ending) return
    this.ending = ending
    this.#killWorkers()
  }
}
