import type { Reporter, TestCase, TestModule, TestRunEndReason, Vitest } from 'vitest/node'

const SILENCE_MS = 6000
const TIMEOUTS_ALLOWED = 2

/**
 * Follows a run so that it always ends: cancels it after two tests that never got an answer (the rest
 * would only repeat it, slowly) and ends its worker when nothing at all happens any more.
 */
export class Watchdog implements Reporter {
  /** The run was ended because a module never finished loading. */
  hung = false
  /** What the learner's code wrote to the console, by test id. */
  readonly console = new Map<string, string>()
  readonly #killWorkers: () => void
  #vitest?: Vitest
  #timer?: NodeJS.Timeout
  #timeouts = 0

  constructor(killWorkers: () => void) {
    this.#killWorkers = killWorkers
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestRunStart(): void {
    this.hung = false
    this.#timeouts = 0
    this.console.clear()
    this.#breathe()
  }

  onTestModuleCollected(_module: TestModule): void {
    this.#breathe()
  }

  onTestCaseReady(_test: TestCase): void {
    this.#breathe()
  }

  onTestCaseResult(test: TestCase): void {
    this.#breathe()
    const timedOut = test.result().errors?.some(({ message }) => message.startsWith('Test timed out'))
    if (timedOut && ++this.#timeouts === TIMEOUTS_ALLOWED) void this.#vitest?.cancelCurrentRun('test-failure')
  }

  onUserConsoleLog({ content, taskId = '' }: { content: string; taskId?: string }): void {
    this.console.set(taskId, (this.console.get(taskId) ?? '') + content)
  }

  onTestRunEnd(_modules: unknown, _errors: unknown, _reason: TestRunEndReason): void {
    clearTimeout(this.#timer)
  }

  #breathe(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#giveUp(), SILENCE_MS)
  }

  #giveUp(): void {
    this.hung = true
    this.#killWorkers()
  }
}
