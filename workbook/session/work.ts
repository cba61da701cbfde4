import { appOf } from '../curriculum/lesson.ts'
import { createRunner, type Runner } from '../runner/learner-runner.ts'
import type { LessonResult } from '../verdict/model.ts'
import { ServerKeeper } from './server-keeper.ts'
import type { Choice, ServerState } from './state.ts'
import { type Watch, watchFiles } from './watch.ts'

/** What a session hears of what it has open. */
export interface WorkNews {
  onCheck(): void
  /** `changed`: the files saved since the results before. */
  onResults(results: readonly LessonResult[], changed: readonly string[]): void
  /** A run that could not be made. */
  onTrouble(error: unknown): void
  onServer(state: ServerState): void
  onToken(token: string): void
}

/** What goes on while a choice is open: its tests run on every save, and its server is up. */
export class Work {
  readonly #choice: Choice
  readonly #news: WorkNews
  readonly #server: ServerKeeper
  readonly #opening: Promise<void>
  #runner?: Runner
  #watch?: Watch
  readonly #saved = new Set<string>()
  #isDue = false
  #isRunning = false
  #closed = false

  constructor(choice: Choice, news: WorkNews) {
    this.#choice = choice
    this.#news = news
    this.#server = new ServerKeeper(
      appOf(choice.lessons).slug,
      choice.allMine ? 'mio' : undefined,
      news.onServer,
      news.onToken,
    )
    this.#opening = this.#open()
  }

  /** Once its first run has begun. Rejects if there is nothing to run tests with. */
  get opened(): Promise<void> {
    return this.#opening
  }

  /** Ends all of it at once; what a run that was under way found is nobody's doing, and is not told. */
  async close(): Promise<void> {
    this.#closed = true
    this.#watch?.stop()
    await this.#opening.catch(() => {})
    await Promise.all([this.#server.close(), this.#runner?.close()])
  }

  async #open(): Promise<void> {
    const { lessons, allMine } = this.#choice
    this.#runner = await createRunner(lessons, { allMine, again: true })
    if (this.#closed) return
    const files = lessons.map(({ exercise }) => exercise)
    this.#watch = watchFiles(files, (changed) => this.#check(changed))
    this.#check([])
  }

  #check(changed: readonly string[]): void {
    this.#server.rest()
    this.#news.onCheck()
    for (const file of changed) this.#saved.add(file)
    this.#isDue = true
    if (!this.#isRunning) void this.#runWhatIsDue()
  }

  /** However often somebody saves while a run goes on, one more is enough. */
  async #runWhatIsDue(): Promise<void> {
    this.#isRunning = true
    while (this.#isDue && !this.#closed) {
      this.#isDue = false
      await this.#run([...this.#saved])
    }
    this.#isRunning = false
  }

  async #run(changed: readonly string[]): Promise<void> {
    try {
      const results = (await this.#runner?.run(changed)) ?? []
      // What was saved meanwhile is what the learner wants to hear of, and a run may have read half of it.
      if (this.#closed || this.#isDue || this.#watch?.movedOn()) return
      this.#saved.clear()
      this.#news.onResults(results, changed)
      if (results.some(({ problems }) => problems.length)) void this.#server.wait()
      else this.#server.renew()
    } catch (error) {
      if (!this.#closed) this.#news.onTrouble(error)
    }
  }
}
