import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normalizePath } from 'vite'
import type { TestError } from 'vitest'
import { createVitest, type TestRunResult, type Vitest } from 'vitest/node'
import type { Lesson } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { collectTests } from './collect.ts'
import { WORKER_ARGS } from './early-worker.mjs'
import { explainLooseError } from './explain.ts'
import { locateFailure } from './locate.ts'
import type { Failure, LessonResult, Place } from './model.ts'
import { preflight } from './preflight.ts'
import { listenForStuck } from './stuck.ts'
import { TEXTS } from './texts.ts'
import { WarmPool } from './warm-pool.ts'
import { Watchdog } from './watchdog.ts'

/** Runs the specifications of some lessons against the learner's files, as often as asked. */
export interface Runner {
  /** One result per lesson, in order. `changed` are the absolute paths saved since the last run. */
  run(changed?: readonly string[]): Promise<LessonResult[]>
  close(): Promise<void>
}

export interface RunnerOptions {
  /** All eight modules are the learner's own: nothing of `solutions/` may be loaded. */
  allMine?: boolean
  /** More runs will follow: keep the next worker ready. */
  again?: boolean
}

const SOLUTIONS = normalizePath(join(ROOT, 'solutions'))
const TEST_TIMEOUT_MS = 4000

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
  #stuck?: { place?: Place }

  constructor(lessons: readonly Lesson[], allMine: boolean, again: boolean) {
    this.#lessons = lessons
    this.#allMine = allMine
    this.#pool = new WarmPool(again)
    this.#watchdog = new Watchdog(this.#killWorkers)
  }

  async open(): Promise<void> {
    const conditions = this.#allMine ? ['mio'] : []
    const stderr = listenForStuck((place) => {
      this.#stuck = { place }
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
      },
      { logLevel: 'silent', resolve: { conditions }, ssr: { resolve: { conditions } } },
      { stdout: listenForStuck(() => {}), stderr },
    )
    // Saves are watched by whoever asks for a run: sooner than Vite's own watcher would tell.
    this.#vitest.watcher.unregisterWatcher()
    process.once('exit', this.#killWorkers)
  }

  async run(changed: readonly string[] = []): Promise<LessonResult[]> {
    const start = performance.now()
    const broken = new Map<Lesson, Failure>()
    for (const lesson of this.#lessons) {
      const failure = await preflight(lesson)
      if (failure) broken.set(lesson, failure)
    }
    for (const path of changed) this.#vitest.invalidateFile(path)
    const found = await this.#runSpecs(this.#lessons.filter((lesson) => !broken.has(lesson)))
    const duration = performance.now() - start
    return this.#lessons.map((lesson) => {
      const failure = broken.get(lesson)
      if (failure) return { lesson, passed: false, tests: [], problems: [failure], duration }
      return { lesson, duration, ...this.#judge(lesson, found) }
    })
  }

  async close(): Promise<void> {
    process.off('exit', this.#killWorkers)
    await this.#vitest.close()
    this.#killWorkers()
  }

  #killWorkers = () => this.#pool.close()

  async #runSpecs(lessons: readonly Lesson[]): Promise<TestRunResult> {
    this.#stuck = undefined
    if (!lessons.length) return { testModules: [], unhandledErrors: [] }
    const project = this.#vitest.getRootProject()
    const specs = lessons.map(({ spec }) => project.createSpecification(spec))
    return this.#vitest.runTestSpecifications(specs, true)
  }

  #judge(lesson: Lesson, { testModules, unhandledErrors }: TestRunResult) {
    const module = testModules.find(({ moduleId }) => moduleId === lesson.spec)
    const collected = module ? collectTests(module, lesson.exercise) : []
    const source = readFileSync(lesson.exercise, 'utf8')
    const tests = collected.map((test) => {
      const console = this.#watchdog.console.get(test.id)
      const failure = test.failure && locateFailure(test.failure, test.task, lesson, { source, console })
      return { ...test, failure }
    })
    const loose = unhandledErrors as TestError[]
    const errors = [...(module?.errors() ?? []), ...loose.filter((error) => concerns(error, lesson))]
    const problems = this.#ending(lesson) ?? unique(errors.map((e) => explainLooseError(e, lesson.exercise)))
    if (this.#allMine && this.#usesSolutions(lesson)) problems.push({ sentence: TEXTS.notOurs })
    const passed = problems.length === 0 && tests.length > 0 && tests.every(({ state }) => state === 'passed')
    return { passed, tests, problems }
  }

  /** The run did not end by itself: that explains all that is missing. */
  #ending(lesson: Lesson): Failure[] | undefined {
    if (this.#stuck)
      return [{ sentence: TEXTS.loop, place: this.#stuck.place ?? { file: lesson.exercise, line: 1 } }]
    return this.#watchdog.hung ? [{ sentence: TEXTS.hang }] : undefined
  }

  /** Whether the learner's module reaches one of `solutions/`, itself or through what it imports. */
  #usesSolutions({ exercise }: Lesson): boolean {
    const { moduleGraph } = this.#vitest.getRootProject().vite.environments.ssr ?? {}
    const reached = new Set(moduleGraph?.getModulesByFile(normalizePath(exercise)))
    for (const module of reached) for (const imported of module.importedModules) reached.add(imported)
    return [...reached].some(({ file }) => file?.startsWith(SOLUTIONS))
  }
}

function concerns(error: TestError, lesson: Lesson): boolean {
  const where = String((error as { VITEST_TEST_PATH?: string }).VITEST_TEST_PATH ?? lesson.spec)
  return where === lesson.spec || (where.startsWith('file:') && fileURLToPath(where) === lesson.spec)
}

function unique(failures: Failure[]): Failure[] {
  return [...new Map(failures.map((failure) => [failure.sentence, failure])).values()]
}
