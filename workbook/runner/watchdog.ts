import type { Reporter, TestCase, TestModule, TestRunEndReason, Vitest } from 'vitest/node'
import type { Ending } from '../verdict/explain/ending.ts'

const SILENCE_MS = 6000
const TIMEOUTS_ALLOWED = 2
const NO_ANSWER_MS = 1400
/** What a run may write before it counts as a flood: far more than somebody who looks at each request. */
const FLOOD_CHARACTERS = 5e6
const FLOOD_LINES = 50_000
/** What is kept of what a test writes, in characters. */
const KEPT = 100_000

/**
 * Follows a run so that it always ends: cancels it after two tests that never got an answer (the rest
 * would only repeat it, slowly) and ends its workers when nothing at all happens any more, or too much.
 */
export class Watchdog implements Reporter {
  /** Why it ended the workers of the run, if it had to. */
  ending?: Ending
  /** What the learner's code wrote to the console, by test id. */
  readonly console = new Map<string, string>()
  readonly #killWorkers: () => void
  #vitest?: Vitest
  #timer?: NodeJS.Timeout
  #timeouts = 0
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
    this.#timeouts = 0
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
    if (!hadNoAnswer(test)) return
    if (++this.#timeouts === TIMEOUTS_ALLOWED) void this.#vitest?.cancelCurrentRun('test-failure')
  }

  onUserConsoleLog({ content, taskId = '' }: { content: string; taskId?: string }): void {
    const kept = this.console.get(taskId) ?? ''
    if (kept.length < KEPT) this.console.set(taskId, (kept + content).slice(0, KEPT))
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
    this.#timer = setTimeout(() => this.#giveUp(this.#collected ? 'stalled' : 'hang'), SILENCE_MS)
  }

  #giveUp(ending: Ending): void {
    if (this.ending) return
    this.ending = ending
    this.#killWorkers()
  }
}

/** Specifications may give up before Vitest does, to explain it. */
function hadNoAnswer(test: TestCase): boolean {
  const { errors } = test.result()
  if (!errors?.length) return false
  // Something that was thrown and is no error may have no message.
  const timedOut = errors.some(({ message }) => `${message}`.startsWith('Test timed out'))
  return timedOut || (test.diagnostic?.()?.duration ?? 0) >= NO_ANSWER_MS
}
