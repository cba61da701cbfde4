import type { Condition } from '../../curriculum/imports.ts'
import type { Lesson } from '../../curriculum/lesson.ts'
import type { LessonResult } from '../../verdict/model.ts'
import type { LessonData } from '../lesson-data.ts'
import type { Derived } from '../node/scrypt.ts'
import type { News, RunOrder, SentExchange, Work } from '../protocol.ts'
import { textsToRun } from './detach-exports.ts'
import { judge } from './judge.ts'
import { preflight } from './preflight.ts'
import { lineOfSyntaxError } from './probe.ts'
import type { Remains } from './remains.ts'
import { Run } from './run.ts'
import { bootWorker, type Spare } from './spare.ts'

const TEST_TIMEOUT_MS = 4000
/** Of the results of scrypt: each login of the lessons needs one. */
const REMEMBERED = 200

export interface RunOptions {
  /** How many of its tests have ended, as the run goes on. */
  onTest?: (done: number, all: number) => void
  /** A request that the learner's app answered. */
  onExchange?: (exchange: SentExchange) => void
  /** Which modules the other lessons take: the solutions, unless told. */
  condition?: Condition
  /** Texts to use in place of the project's, by path. */
  files?: Readonly<Record<string, string>>
  /** Milliseconds that a test may take. */
  testTimeout?: number
}

/**
 * Runs lessons inside the page, each run in a Worker of its own that was started beforehand. One run at a
 * time: a new one waits for the one before.
 */
export class Laboratory {
  readonly lessons: readonly Lesson[]
  readonly #data: LessonData
  readonly #given: Readonly<Record<string, string>>
  readonly #workerUrl: string
  #spare: Spare
  #last: Promise<unknown> = Promise.resolve()
  readonly #known = new Map<string, Uint8Array>()

  /** `first` is a Worker that was started with this address. */
  constructor(data: LessonData, workerUrl: string, first: Spare) {
    this.lessons = data.lessons
    this.#data = data
    this.#given = textsToRun(data.files)
    this.#workerUrl = workerUrl
    this.#spare = first
  }

  /** The text that a lesson starts with. */
  startingText({ exercise }: Lesson): string {
    return this.#data.files[exercise] ?? ''
  }

  /** The text of a lesson's solution. */
  solutionText({ solution }: Lesson): string {
    return this.#data.files[solution] ?? ''
  }

  /** Resolves when a run would start at once. Rejects if the Worker's script cannot be loaded. */
  ready(): Promise<void> {
    return this.#spare.ready
  }

  /** Runs a lesson's tests against this text of its exercise. Rejects only if there is no Worker to run it. */
  run(lesson: Lesson, source: string, options: RunOptions = {}): Promise<LessonResult> {
    const result = this.#last.then(() => this.#run(lesson, source, options))
    this.#last = result.catch(() => {})
    return result
  }

  /** Ends the Worker that waits. */
  close(): void {
    this.#spare.worker.terminate()
  }

  async #run(lesson: Lesson, source: string, options: RunOptions): Promise<LessonResult> {
    const start = performance.now()
    const { condition, files } = options
    const data = { ...this.#data, files: { ...this.#data.files, ...files } }
    const failure = await preflight(lesson, source, data, condition)
    if (failure) return { lesson, passed: false, tests: [], problems: [failure], duration: 0 }
    const remains = await this.#runInWorker(lesson, source, options)
    const duration = performance.now() - start
    return { lesson, duration, ...judge(lesson, source, remains) }
  }

  async #runInWorker(lesson: Lesson, source: string, options: RunOptions): Promise<Remains> {
    await this.#awaken()
    const { worker } = this.#spare
    worker.addEventListener('message', ({ data }: MessageEvent<News>) => {
      if (data.type === 'exchange') options.onExchange?.(data.exchange)
    })
    const { outcome } = new Run(worker, this.#order(lesson, source, options), options.onTest ?? (() => {}))
    const { remains, derived } = await outcome
    this.#spare = bootWorker(this.#workerUrl, this.#next(lesson, options))
    this.#remember(derived)
    const { syntax } = remains
    if (syntax?.probe) syntax.line = await lineOfSyntaxError(syntax.probe)
    return remains
  }

  /** People run the same lesson again; the final exercise goes on to another one, and has to wait for it. */
  #next({ spec }: Lesson, { condition }: RunOptions): Work | undefined {
    const { imports, packages } = this.#data
    return condition ? undefined : { files: this.#given, imports, packages, spec }
  }

  /** The script may fail to load once, on a bad network, and not the next time. */
  async #awaken(): Promise<void> {
    try {
      await this.#spare.ready
    } catch {
      this.#spare = bootWorker(this.#workerUrl)
      await this.#spare.ready
    }
  }

  #order(
    { exercise, spec }: Lesson,
    source: string,
    { condition, files, testTimeout = TEST_TIMEOUT_MS }: RunOptions,
  ): RunOrder {
    return {
      type: 'run',
      files: { ...this.#given, ...textsToRun({}, { ...files, [exercise]: source }) },
      imports: this.#data.imports,
      packages: this.#data.packages,
      spec,
      condition,
      testTimeout,
      known: [...this.#known],
    }
  }

  #remember(derived: readonly Derived[]): void {
    for (const [id, hash] of derived) this.#known.set(id, hash)
    for (const id of this.#known.keys()) if (this.#known.size > REMEMBERED) this.#known.delete(id)
  }
}
