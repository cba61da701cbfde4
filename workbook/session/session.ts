import type { ReadStream, WriteStream } from 'node:tty'
import { appOf, type Lesson } from '../curriculum/lesson.ts'
import { createRunner, type Runner } from '../runner/learner-runner.ts'
import { sessionDesk } from './actions/session-desk.ts'
import { ACTIONS, type Action } from './actions/table.ts'
import { type Display, displayFor } from './display.ts'
import { readKeys } from './keys.ts'
import { Record, solvedCount } from './record.ts'
import { ServerKeeper } from './server-keeper.ts'
import { lessonPage } from './site/lesson-page.ts'
import type { ServedSite } from './site/serve.ts'
import { type Choice, type SessionState, STARTING } from './state.ts'
import { TEXTS } from './texts.ts'
import { watchFiles } from './watch.ts'

/** The place where a learner works: checks on every save and answers single keys. */
export class Session {
  /** Tokens that the learner's server issued, the last one first. */
  readonly tokens: string[] = []
  readonly #displays: Display[]
  readonly #input: ReadStream
  readonly #record = new Record()
  #state: SessionState
  #runner?: Runner
  #server?: ServerKeeper
  #stopWatching = () => {}
  #queue: Promise<unknown> = Promise.resolve()
  #site?: ServedSite
  #serving?: Promise<void>
  #question?: string
  #modal?: (key: string) => boolean
  #finish = () => {}

  constructor(choice: Choice, input: ReadStream, output: WriteStream) {
    this.#displays = [displayFor(output)]
    this.#input = input
    const solved = solvedCount(appOf(choice.lessons))
    this.#state = { choice, checking: true, results: [], solved, server: STARTING }
    output.on('resize', () => this.update({}))
    this.#display(undefined)
  }

  get state(): SessionState {
    return this.#state
  }

  /** The lesson that the keys act on: in the final exercise, the first one that is not green. */
  get lesson(): Lesson {
    const broken = this.#state.results.find(({ passed }) => !passed)
    return broken?.lesson ?? (this.#state.choice.lessons[0] as Lesson)
  }

  /** Works until the learner leaves; gives the exit code. */
  async run(): Promise<number> {
    const left = new Promise<void>((resolve) => {
      this.#finish = resolve
    })
    const stopReading = readKeys(this.#input, (key) => this.press(key))
    await this.#start(this.#state.choice)
    await left
    stopReading()
    await this.#stop()
    await this.#serving
    await this.#site?.close()
    return 0
  }

  /** Serves the site, once: each lesson has its page there, which shows this session too. */
  serveSite(): Promise<void> {
    this.#serving ??= this.#serveSite().catch(({ message }: Error) => {
      this.#serving = undefined
      this.notify(TEXTS.noSite(message))
    })
    return this.#serving
  }

  /** Shows a part of the state anew. */
  update(part: Partial<SessionState>): void {
    const previous = this.#state
    this.#state = { ...previous, ...part }
    this.#display(previous)
  }

  /** Shows lines in place of the result until a key is pressed that `onKey` does not take. */
  show(panel: readonly string[], onKey?: (key: string) => boolean): void {
    this.#modal = onKey
    this.update({ panel, notice: undefined })
  }

  notify(notice: string): void {
    this.update({ notice })
  }

  /** Whether the key before this one asked the same question: the first time it only asks. */
  confirmed(question: string, asked: string | undefined): boolean {
    if (asked === question) return true
    this.#question = question
    this.notify(question)
    return false
  }

  press(key: string): void {
    if (key === 'q') return this.#finish()
    if (this.#modal?.(key)) return
    const { panel } = this.#state
    const asked = this.#question
    this.#question = undefined
    this.#modal = undefined
    if (panel || this.#state.notice) this.update({ panel: undefined, notice: undefined })
    const action = ACTIONS.find((each) => each.key === key)
    if (action) void this.#act(action, asked).catch((error: Error) => this.notify(error.message))
    else if (!panel && /\S/.test(key)) this.notify(TEXTS.unknownKey(key))
  }

  /** Leaves this lesson for another one. */
  async move(choice: Choice): Promise<void> {
    this.#modal = undefined
    await this.#queue
    await this.#stop()
    this.tokens.length = 0
    const page = this.#pageOf(choice)
    const solved = solvedCount(appOf(choice.lessons))
    this.update({ choice, page, checking: true, results: [], solved, server: STARTING, panel: undefined })
    await this.#start(choice)
  }

  async #act(action: Action, asked: string | undefined): Promise<void> {
    if (action.command !== undefined) return (await action.load())(sessionDesk(this, action, asked))
    return (await action.load())(this)
  }

  async #serveSite(): Promise<void> {
    // It takes seconds to load, and the lesson can be read in the terminal.
    const { serveSite } = await import('./site/serve.ts')
    this.#site = await serveSite()
    this.#displays.push(this.#site.display)
    this.update({ page: this.#pageOf(this.#state.choice) })
  }

  #display(previous: SessionState | undefined): void {
    for (const display of this.#displays) display(this.#state, previous)
  }

  async #start({ lessons, allMine }: Choice): Promise<void> {
    this.#server = new ServerKeeper(
      appOf(lessons).slug,
      allMine ? 'mio' : undefined,
      (server) => this.update({ server }),
      (token) => this.tokens.unshift(token),
    )
    this.#runner = await createRunner(lessons, { allMine, again: true })
    const files = lessons.map(({ exercise }) => exercise)
    this.#stopWatching = watchFiles(files, (changed) => this.#check(changed))
    this.#check([])
  }

  async #stop(): Promise<void> {
    this.#stopWatching()
    await this.#server?.close()
    const runner = this.#runner
    this.#runner = undefined
    await runner?.close()
  }

  #check(changed: string[]): void {
    this.#server?.rest()
    // Whoever saves wants to see what it changed, not the hint or the solution that they had open.
    this.#modal = undefined
    if (!this.#state.checking || this.#state.panel) this.update({ checking: true, panel: undefined })
    const runner = this.#runner
    this.#queue = this.#queue.then(async () => {
      const results = (await runner?.run(changed)) ?? []
      // Whoever leaves cuts the run: what it found is nobody's doing.
      if (this.#runner !== runner) return
      for (const result of results) {
        this.#record.run(result, {
          saved: changed.includes(result.lesson.exercise),
          final: this.#state.choice.allMine,
        })
      }
      const solved = solvedCount(appOf(this.#state.choice.lessons))
      this.update({ checking: false, results, solved })
      if (results.some(({ problems }) => problems.length)) void this.#server?.wait()
      else this.#server?.renew()
    })
  }

  #pageOf(choice: Choice): string | undefined {
    return this.#site && `${this.#site.url}/${lessonPage(choice)}`
  }
}
