import { type ChildProcess, fork } from 'node:child_process'
import { ForksPoolWorker, type PoolOptions, type PoolRunnerInitializer } from 'vitest/node'
import { takeEarlyWorker } from './early-worker.mjs'

/**
 * A pool that can keep the process of the next run started in advance, with the packages of the
 * lessons loaded. Every run still gets a fresh process and so a fresh module graph.
 */
export class WarmPool implements PoolRunnerInitializer {
  readonly name = 'warm'
  readonly #keepSpare: boolean
  readonly #alive = new Set<ChildProcess>()
  #spare?: ChildProcess

  constructor(keepSpare: boolean) {
    this.#keepSpare = keepSpare
    const early = takeEarlyWorker()
    this.#spare = early && this.#track(early)
  }

  createPoolWorker = (options: PoolOptions) => new WarmWorker(options, this)

  /** The spare process if it is alive, or a new one. */
  take(start: () => ChildProcess): ChildProcess {
    const spare = this.#spare
    this.#spare = undefined
    return spare?.connected && spare.exitCode === null ? spare : this.#track(start())
  }

  /** Starts the process of the next run. */
  prepare(start: () => ChildProcess): void {
    if (this.#keepSpare) this.#spare ??= this.#track(start())
  }

  /** Ends every process at once, also one that is stuck in a loop. */
  close(): void {
    for (const child of this.#alive) child.kill('SIGKILL')
  }

  #track(child: ChildProcess): ChildProcess {
    this.#alive.add(child)
    return child.once('exit', () => this.#alive.delete(child))
  }
}

class WarmWorker extends ForksPoolWorker {
  override readonly name = 'warm'
  readonly #pool: WarmPool

  constructor(options: PoolOptions, pool: WarmPool) {
    super(options)
    this.#pool = pool
  }

  override async start(): Promise<void> {
    // Private in Vitest 4.1.12, which is pinned for this line: start() forks only if it is not set.
    Object.assign(this, { _fork: this.#pool.take(() => this.#fork()) })
    await super.start()
  }

  override async stop(): Promise<void> {
    await super.stop()
    // Only now: while tests ran, a second start would have taken their processor.
    this.#pool.prepare(() => this.#fork())
  }

  #fork(): ChildProcess {
    const { env, execArgv } = this
    return fork(this.entrypoint, [], { env, execArgv, stdio: 'pipe', serialization: 'advanced' })
  }
}
