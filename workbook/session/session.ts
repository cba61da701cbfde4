import type { ReadStream, WriteStream } from 'node:tty'
import { appOf, type Lesson } from '../curriculum/lesson.ts'
import { diskTrouble } from '../learner/disk-trouble.ts'
import { cleanLine } from '../verdict/explain/clean.ts'
import type { LessonResult } from '../verdict/model.ts'
import { sessionDesk } from './actions/session-desk.ts'
import { ACTIONS, type Action } from './actions/table.ts'
import { type Display, displayFor, sizeOf } from './display.ts'
import { readKeys } from './keys.ts'
import { openInOwnEditor } from './own-editor.ts'
import { isScroll, scrolled, scrollTo } from './panel.ts'
import { Record, solvedCount } from './record.ts'
import { savedAt } from './saved-at.ts'
import { lessonPage } from './site/lesson-page.ts'
import type { ServedSite } from './site/serve.ts'
import { type Choice, type SessionState, STARTING } from './state.ts'
import { TEXTS } from './texts.ts'
import { Work, type WorkNews } from './work.ts'

/** The place where a learner works: checks on every save and answers single keys. */
export class Session {
  /** Tokens that the learner's server issued, the last one first. */
  readonly tokens: string[] = []
  readonly #displays: Display[]
  readonly #input: ReadStream
  readonly #output: WriteStream
  readonly #record = new Record()
  #state: SessionState
  #work?: Work
  #moves: Promise<void> = Promise.resolve()
  #leaving = false
  #site?: ServedSite
  #serving?: Promise<void>
  #question?: string
  /** When the last notice was given, by `Date.now()`. */
  #notified = 0
  #modal?: (key: string) => boolean
  readonly #endScreen: () => void
  #finish = () => {}
  #fail: (error: unknown) => void = () => {}

  constructor(choice: Choice, input: ReadStream, output: WriteStream) {
    const screen = displayFor(output)
    this.#displays = [screen.display]
    this.#endScreen = screen.end
    this.#input = input
    this.#output = output
    this.#state = freshState(choice)
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

  /** Works until the learner leaves; gives the exit code. Throws what leaves nothing to work with. */
  async run(): Promise<number> {
    const left = new Promise<void>((resolve, reject) => {
      this.#finish = resolve
      this.#fail = reject
    })
    const stopReading = readKeys(this.#input, (key) => this.press(key))
    this.#open(this.#state.choice)
    try {
      await left
      return 0
    } finally {
      this.#leaving = true
      stopReading()
      this.#endScreen()
      await this.#moves
      await this.#work?.close()
      await this.#serving
      await this.#site?.close()
    }
  }

  /** Serves the site, once: each lesson has its page there, which shows this session too. */
  serveSite(): Promise<void> {
    this.#serving ??= this.#serveSite().catch(({ message }: Error) => {
      this.#serving = undefined
      this.notify(TEXTS.noSite(cleanLine(message)))
    })
    return this.#serving
  }

  /** Shows a part of the state anew. */
  update(part: Partial<SessionState>): void {
    const previous = this.#state
    this.#state = { ...previous, ...part }
    this.#display(previous)
  }

  /**
   * Shows lines in place of the result until a key is pressed that neither `onKey` takes nor moves through
   * them. `inSight`: one of them that has to be seen.
   */
  show(panel: readonly string[], onKey?: (key: string) => boolean, inSight = 0): void {
    this.#modal = onKey
    const next = { ...this.#state, panel, notice: undefined }
    this.update({ panel, notice: undefined, scroll: scrollTo(next, sizeOf(this.#output), inSight) })
  }

  notify(notice: string): void {
    this.#notified = Date.now()
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
    if (panel && isScroll(key)) {
      return this.update({ scroll: scrolled(this.#state, sizeOf(this.#output), key) })
    }
    const asked = this.#question
    this.#question = undefined
    this.#modal = undefined
    if (panel || this.#state.notice) this.update({ panel: undefined, notice: undefined })
    const action = ACTIONS.find((each) => each.key === key)
    if (action) void this.#act(action, asked).catch((error) => this.tell(error))
    else if (!panel && key !== 'escape' && /\S/.test(key)) this.notify(TEXTS.unknownKey(cleanLine(key)))
  }

  /** Leaves this lesson for another one, which is shown at once and opens when the one before has closed. */
  move(choice: Choice): void {
    this.#modal = undefined
    this.#question = undefined
    this.tokens.length = 0
    this.update({ panel: undefined, notice: undefined, ...freshState(choice), page: this.#pageOf(choice) })
    this.#open(choice)
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
    if (this.#leaving) return
    for (const display of this.#displays) display(this.#state, previous)
  }

  /** One after another; whoever has moved on meanwhile does not wait for what they passed by. */
  #open(choice: Choice): void {
    this.#moves = this.#moves.then(async () => {
      await this.#work?.close()
      if (this.#leaving || this.#state.choice !== choice) return
      this.#work = new Work(choice, this.#newsOf(choice))
      if (this.#output.isTTY && !choice.allMine) openInOwnEditor(this.lesson)
      await this.#work.opened
    })
    this.#moves = this.#moves.catch(this.#fail)
  }

  /** What is heard of a choice counts as long as it is the one that is open. */
  #newsOf(choice: Choice): WorkNews {
    const mine =
      <T extends unknown[]>(hear: (...news: T) => void) =>
      (...news: T) => {
        if (this.#state.choice === choice) hear(...news)
      }
    return {
      onCheck: mine(() => this.#startCheck()),
      onResults: mine((results, changed) => this.#endCheck(results, changed)),
      onTrouble: mine((error) => {
        this.update({ checking: false })
        this.tell(error)
      }),
      onServer: mine((server) => this.update({ server })),
      onToken: mine((token) => void this.tokens.unshift(token)),
    }
  }

  #startCheck(): void {
    // Whoever saves wants to see what it changed, not the hint or the solution that they had open.
    this.#modal = undefined
    const { checking, panel, notice } = this.#state
    const isOld = notice !== undefined && this.#savedSince(this.#notified)
    if (isOld) this.#question = undefined
    if (!checking || panel || isOld) {
      this.update({ checking: true, panel: undefined, notice: isOld ? undefined : notice })
    }
  }

  /** What resets a file says so after it has written it; what was said before somebody saves may no longer be true. */
  #savedSince(moment: number): boolean {
    const { lessons } = this.#state.choice
    return lessons.some(({ exercise }) => (savedAt(exercise) ?? 0) > moment)
  }

  #endCheck(results: readonly LessonResult[], changed: readonly string[]): void {
    const { choice, notice } = this.#state
    const trouble = this.#keep(results, changed)
    const unkept = trouble && TEXTS.notKept(trouble)
    this.update({
      checking: false,
      results,
      solved: solvedCount(appOf(choice.lessons)),
      notice: unkept ?? notice,
    })
  }

  /** Writes down what a run found, or says why that cannot be: the result is as good as before. */
  #keep(results: readonly LessonResult[], changed: readonly string[]): string | undefined {
    const final = this.#state.choice.allMine
    try {
      for (const result of results) {
        this.#record.run(result, { saved: changed.includes(result.lesson.exercise), final })
      }
      return undefined
    } catch (error) {
      return diskTrouble(error) ?? cleanLine(String(error))
    }
  }

  /** Says what could not be done, and the work goes on. */
  tell(error: unknown): void {
    const trouble = diskTrouble(error)
    this.notify(trouble ? TEXTS.notDone(trouble) : TEXTS.failed(cleanLine(String(error))))
  }

  #pageOf(choice: Choice): string | undefined {
    return this.#site && `${this.#site.url}/${lessonPage(choice)}`
  }
}

/** What is known of a choice before its first run. */
function freshState(choice: Choice): SessionState {
  const solved = solvedCount(appOf(choice.lessons))
  return { choice, checking: true, results: [], solved, server: STARTING }
}
