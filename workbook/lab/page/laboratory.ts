import type { Condition } from '../../curriculum/imports.ts'
import type { Lesson } from '../../curriculum/lesson.ts'
import type { LessonResult } from '../../verdict/model.ts'
import type { LessonData } from '../lesson-data.ts'
import type { Derived } from '../node/scrypt.ts'
import type { Modules, News, RunOrder, SceneOrder, SentExchange, Work } from '../protocol.ts'
import { textsToRun } from './detach-exports.ts'
import { judge } from './judge.ts'
import { preflight } from './preflight.ts'
import { lineOfSyntaxError } from './probe.ts'
import type { Remains } from './remains.ts'
import { Run } from './run.ts'
import { type Provoked, SCENE_FILE, tellScene } from './scene.ts'
import { bootWorker, type Spare } from './spare.ts'

const TEST_TIMEOUT_MS = 4000
/** With all the lessons done: a scene shows what is missing then, as in the terminal, and a rehearsal runs the solution. */
const SOLVED = 'solucion'
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

  /** The text of the scene that shows a lesson's problem. */
  sceneText(lesson: Lesson): string {
    return this.#data.files[sceneOf(lesson)] ?? ''
  }

  /** Resolves when a run would start at once. Rejects if the Worker's script cannot be loaded. */
  ready(): Promise<void> {
    return this.#spare.ready
  }

  /** Runs a lesson's tests against this text of its exercise. Rejects only if there is no Worker to run it. */
  run(lesson: Lesson, source: string, options: RunOptions = {}): Promise<LessonResult> {
    return this.#afterTheLast(() => this.#run(lesson, source, options))
  }

  /** Runs the scene of a lesson's problem with this text of it. Rejects only if there is no Worker to run it. */
  provoke(lesson: Lesson, source: string): Promise<Provoked> {
    return this.#afterTheLast(() => this.#provoke(lesson, source))
  }

  /** Ends the Worker that waits. */
  close(): void {
    this.#spare.worker.terminate()
  }

  #afterTheLast<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => {})
    return result
  }

  async #provoke(lesson: Lesson, source: string): Promise<Provoked> {
    const scene = sceneOf(lesson)
    const order = { type: 'scene', ...this.#modules({ [scene]: source }), scene, condition: SOLVED } as const
    const remains = await this.#runInWorker(order, this.#next(lesson, {}))
    return tellScene(scene, source, remains)
  }

  async #run(lesson: Lesson, source: string, options: RunOptions): Promise<LessonResult> {
    const start = performance.now()
    const { condition, files } = options
    const data = { ...this.#data, files: { ...this.#data.files, ...files } }
    const failure = await preflight(lesson, source, data, condition)
    if (failure) return { lesson, passed: false, tests: [], problems: [failure], duration: 0 }
    const remains = await this.#runInWorker(
      this.#order(lesson, source, options),
      this.#next(lesson, options),
      options,
    )
    const duration = performance.now() - start
    return { lesson, duration, ...judge(lesson, source, remains) }
  }

  /** `next`: what will probably run after it. */
  async #runInWorker(
    order: Omit<RunOrder, 'known'> | Omit<SceneOrder, 'known'>,
    next: Work | undefined,
    { onTest = () => {}, onExchange }: RunOptions = {},
  ): Promise<Remains> {
    await this.#awaken()
    const { worker } = this.#spare
    worker.addEventListener('message', ({ data }: MessageEvent<News>) => {
      if (data.type === 'exchange') onExchange?.(data.exchange)
    })
    const { outcome } = new Run(worker, { ...order, known: [...this.#known] }, onTest)
    const { remains, derived } = await outcome
    this.#remember(derived)
    const rehearsal = next && { ...next, known: [...this.#known] }
    this.#spare = bootWorker(this.#workerUrl, rehearsal)
    const { syntax } = remains
    if (syntax?.probe) syntax.line = await lineOfSyntaxError(syntax.probe)
    return remains
  }

  /** People run the same lesson again; the final exercise goes on to another one, and has to wait for it. */
  #next({ spec }: Lesson, { condition }: RunOptions): Work | undefined {
    const { imports, packages } = this.#data
    return condition ? undefined : { files: this.#given, imports, packages, spec, condition: SOLVED }
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
  ): Omit<RunOrder, 'known'> {
    return {
      type: 'run',
      ...this.#modules({ ...files, [exercise]: source }),
      spec,
      condition,
      testTimeout,
    }
  }

  /** All modules, with these texts in the place of the project's. */
  #modules(own: Readonly<Record<string, string>>): Modules {
    const { imports, packages } = this.#data
    return { files: { ...this.#given, ...textsToRun({}, own) }, imports, packages }
  }

  #remember(derived: readonly Derived[]): void {
    for (const [id, hash] of derived) this.#known.set(id, hash)
    for (const id of this.#known.keys()) if (this.#known.size > REMEMBERED) this.#known.delete(id)
  }
}

function sceneOf({ folder }: Lesson): string {
  return `${folder}/${SCENE_FILE}`
}
