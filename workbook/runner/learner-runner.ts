import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { normalizePath } from 'vite'
import { createVitest, type Vitest } from 'vitest/node'
import type { Lesson } from '../curriculum/lesson.ts'
import { ROOT } from '../curriculum/paths.ts'
import type { Cause } from '../verdict/explain/ending.ts'
import { patienceOf, SLOW_PATIENCE } from '../verdict/explain/limits.mjs'
import { TEXTS } from '../verdict/explain/texts.ts'
import type { Mishap } from '../verdict/judge.ts'
import type { LessonResult, Place } from '../verdict/model.ts'
import { contention } from './contention.ts'
import { WORKER_ARGS } from './early-worker.mjs'
import { isPlaced, judge, NOTHING, type Remains } from './judge.ts'
import { cacheAllBut, LoadedModules, moduleCache } from './module-cache.ts'
import { preflight } from './preflight.ts'
import { type Span, stopsByClock, wasSlow } from './stopped.ts'
import { isUnfinished } from './unfinished.ts'
import { WarmPool } from './warm-pool.ts'
import { Watchdog } from './watchdog.ts'
import { listenToWorkers, swallow } from './worker-news.ts'

/** Runs the specifications of some lessons against the learner's files, as often as asked. */
export interface Runner {
  /** One result per lesson, in order. `changed` are the absolute paths saved since the last run. */
  run(changed?: readonly string[]): Promise<LessonResult[]>
  close(): Promise<void>
}

export interface RunnerOptions {
  /** All modules are the learner's own: nothing of `solutions/` may be loaded. */
  allMine?: boolean
  /** More runs will follow: keep the next worker ready. */
  again?: boolean
}

const SOLUTIONS = normalizePath(join(ROOT, 'solutions'))
const TEST_TIMEOUT_MS = 4000
// What Vitest says of a worker that ended before its time.
const DIED = 'Worker exited unexpectedly'
const LAST_WORDS_MS = 400

export async function createRunner(
  lessons: readonly Lesson[],
  { allMine = false, again = false }: RunnerOptions = {},
): Promise<Runner> {
  const runner = new LearnerRunner(lessons, allMine, again)
  await runner.open()
  return runner
}

class LearnerRunner implements Runner {
  readonly #lessons: readonly Lesson[]
  readonly #allMine: boolean
  readonly #pool: WarmPool
  readonly #watchdog: Watchdog
  #vitest!: Vitest
  #modules!: LoadedModules
  /** Why the guard of a worker ended it, in this run. */
  #guarded?: { ending: Cause; place?: Place }
  #mishaps: Mishap[] = []
  /** When a worker was slow and not silent, in this run. */
  #slow: Span[] = []
  #closed = false

  constructor(lessons: readonly Lesson[], allMine: boolean, again: boolean) {
    this.#lessons = lessons
    this.#allMine = allMine
    this.#pool = new WarmPool(again)
    this.#watchdog = new Watchdog(this.#killWorkers)
  }

  async open(): Promise<void> {
    const conditions = this.#allMine ? ['mio'] : []
    const cache = moduleCache()
    const stdout = swallow(({ length }) => this.#watchdog.written(length))
    const stderr = listenToWorkers({
      onEnd: (ending, place) => {
        this.#guarded = { ending, place }
        // It is looking for the line.
        this.#watchdog.breathe()
      },
      onWork: () => this.#watchdog.breathe(),
      onSlow: (span) => void this.#slow.push(span),
      onMishap: (mishap) => void this.#mishaps.push(mishap),
      onText: (length) => this.#watchdog.written(length),
    })
    this.#vitest = await createVitest(
      'test',
      {
        root: ROOT,
        config: false,
        watch: true,
        include: [],
        reporters: [this.#watchdog],
        pool: this.#pool,
        maxWorkers: Math.min(2, this.#lessons.length),
        execArgv: WORKER_ARGS,
        testTimeout: TEST_TIMEOUT_MS,
        clearScreen: false,
        experimental: cache,
      },
      {
        logLevel: 'silent',
        server: { watch: null },
        plugins: [cacheAllBut(this.#lessons.map(({ exercise }) => exercise))],
        resolve: { conditions },
        ssr: { resolve: { conditions } },
      },
      { stdout, stderr },
    )
    // Only Vitest's own commands do this.
    this.#watchdog.onInit(this.#vitest)
    this.#modules = new LoadedModules(this.#vitest, cache.fsModuleCache)
    process.once('exit', this.#killWorkers)
  }

  async run(changed: readonly string[] = []): Promise<LessonResult[]> {
    const start = performance.now()
    const looked = await Promise.all(
      this.#lessons.map(async (lesson) => ({ lesson, ...(await preflight(lesson)) })),
    )
    this.#modules.invalidate(changed)
    const remains = await this.#runAll(looked.flatMap(({ lesson, failure }) => (failure ? [] : [lesson])))
    this.#modules.remember()
    const duration = performance.now() - start
    return Promise.all(
      looked.map(async ({ lesson, ...found }) =>
        found.failure
          ? { lesson, passed: false, tests: [], problems: [found.failure], duration }
          : {
              lesson,
              duration,
              ...(await this.#judge(lesson, found.source, remains.get(lesson) ?? NOTHING)),
            },
      ),
    )
  }

  async close(): Promise<void> {
    this.#closed = true
    process.off('exit', this.#killWorkers)
    await this.#vitest.close()
    this.#killWorkers()
  }

  #killWorkers = () => this.#pool.close()

  /**
   * What is left of each lesson. Whatever cuts a run of several cuts them all and is the doing of one:
   * those that it left unfinished run again, each by itself.
   */
  async #runAll(lessons: readonly Lesson[]): Promise<Map<Lesson, Remains>> {
    const together = await this.#runSpecs(lessons)
    const remains = new Map(lessons.map((lesson) => [lesson, together]))
    if (lessons.length > 1) await this.#tellApart(together, remains)
    for (const [lesson, those] of remains) remains.set(lesson, await this.#doubt(lesson, those))
    return remains
  }

  async #tellApart(together: Remains, remains: Map<Lesson, Remains>): Promise<void> {
    const lessons = [...remains.keys()]
    const cut = lessons.filter((lesson) => isUnfinished(moduleOf(lesson, together)))
    // What ended the run came after the last test of all: it may be of any of them.
    const again = !cut.length && together.ending ? lessons : cut
    const unhandledErrors = together.unhandledErrors.filter(isPlaced)
    for (const lesson of lessons) remains.set(lesson, { ...together, ending: undefined, unhandledErrors })
    for (const lesson of again) if (!this.#closed) remains.set(lesson, await this.#runSpecs([lesson]))
  }

  /**
   * On a machine with other things to do, or that has just had them, a clock accuses nobody: what it stopped runs
   * once more, and longer.
   */
  async #doubt(lesson: Lesson, remains: Remains): Promise<Remains> {
    const stops = stopsByClock(moduleOf(lesson, remains), remains)
    if (!stops.length || this.#closed) return remains
    const own = wasSlow(stops, remains.slow) ? SLOW_PATIENCE : 1
    const patience = Math.max(own, patienceOf(contention()))
    return patience === 1 ? remains : this.#runSpecs([lesson], patience)
  }

  async #runSpecs(lessons: readonly Lesson[], patience = 1): Promise<Remains> {
    this.#guarded = undefined
    this.#watchdog.patience = patience
    this.#mishaps = []
    this.#slow = []
    if (!lessons.length) return NOTHING
    const project = this.#vitest.getRootProject()
    project.config.testTimeout = TEST_TIMEOUT_MS * patience
    const specs = lessons.map(({ spec }) => project.createSpecification(spec))
    const { testModules, unhandledErrors } = await this.#vitest.runTestSpecifications(specs, true)
    const died = unhandledErrors.some((error) => String((error as Error).message).includes(DIED))
    if (died && !this.#watchdog.ending) await this.#hearWhy()
    const ending = this.#guarded ?? { ending: this.#watchdog.ending }
    const console = new Map(this.#watchdog.console)
    const facts = { console, mishaps: this.#mishaps, slow: this.#slow, end: Date.now() }
    return { testModules, unhandledErrors, ...facts, ...ending }
  }

  /** What a worker wrote before it ended may arrive after the news that it did. */
  async #hearWhy(): Promise<void> {
    const deadline = performance.now() + LAST_WORDS_MS
    while (!this.#guarded && performance.now() < deadline) await setTimeout(LAST_WORDS_MS / 20)
  }

  async #judge(lesson: Lesson, source: string, remains: Remains) {
    const result = await judge(lesson, source, remains)
    if (!this.#allMine || !this.#usesSolutions(lesson)) return result
    return { ...result, passed: false, problems: [...result.problems, { sentence: TEXTS.notOurs }] }
  }

  /** Whether the learner's module reaches one of `solutions/`, itself or through what it imports. */
  #usesSolutions({ exercise }: Lesson): boolean {
    const { moduleGraph } = this.#vitest.getRootProject().vite.environments.ssr ?? {}
    const reached = new Set(moduleGraph?.getModulesByFile(normalizePath(exercise)))
    for (const module of reached) for (const imported of module.importedModules) reached.add(imported)
    return [...reached].some(({ file }) => file?.startsWith(SOLUTIONS))
  }
}

function moduleOf({ spec }: Lesson, { testModules }: Remains) {
  return testModules.find(({ moduleId }) => moduleId === spec)
}
