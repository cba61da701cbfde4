import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { ForksPoolWorker, type PoolOptions, type PoolRunnerInitializer } from 'vitest/node'
import { takeEarlyWorker } from './early-worker.mjs'
import { canUseFiles } from './module-cache.ts'

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
  override readonly cacheFs = canUseFiles()
  readonly #pool: WarmPool
  #child?: ChildProcess

  constructor(options: PoolOptions, pool: WarmPool) {
    super(options)
    this.#pool = pool
  }

  override async start(): Promise<void> {
    const child = this.#pool.take(() => this.#fork())
    this.#child = child
    // Private in Vitest 4.1.12, which is pinned for this line: start() forks only if it is not set.
    Object.assign(this, { _fork: child })
    // Vitest would wait a minute for the words of a process that somebody killed before it could say them.
    child.once('exit', () => {
      const word = { __vitest_worker_response__: true, error: new Error('killed') }
      child.emit('message', { ...word, type: 'started' })
      child.emit('message', { ...word, type: 'stopped', error: undefined })
    })
    await super.start()
  }

  /** To a process that has just ended goes nowhere: without a callback, that alone would end the session. */
  override send(message: unknown): void {
    this.#child?.send(message as Serializable, () => {})
  }

  override async stop(): Promise<void> {
    // And for ever for the end of one that a signal has ended already.
    if (this.#child?.signalCode === null) await super.stop()
    // Only now: while tests ran, a second start would have taken their processor.
    this.#pool.prepare(() => this.#fork())
  }

  #fork(): ChildProcess {
    const { env, execArgv } = this
    return fork(this.entrypoint, [], { env, execArgv, stdio: 'pipe', serialization: 'advanced' })
  }
}
