import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import type { Laboratory, RunOptions } from '../../lab/page/laboratory.ts'
import type { Provoked } from '../../lab/page/scene.ts'
import type { LessonResult } from '../../verdict/model.ts'
import { connectEngine, launchEngine } from '../browser/engine.ts'
import { serveBarePage } from './serve.ts'

declare const laboratory: Promise<Laboratory>
declare const savingLaboratory: () => Promise<Laboratory>

/** What a run in the page answers, without the lesson, which both sides know. */
export type PageResult = Omit<LessonResult, 'lesson'>

interface PageRunOptions extends Pick<RunOptions, 'testTimeout'> {
  /** In a Worker that may have judged other answers: a quarter of the time, and not quite what a learner has. */
  saving?: boolean
}

/** The laboratory in a browser of its own. */
interface PageLaboratory {
  page: Page
  run(lesson: number, source: string, options?: PageRunOptions): Promise<PageResult>
  provoke(lesson: number, source?: string): Promise<Provoked>
  close(): Promise<void>
}

const OPENING_MS = 120_000

/** The laboratory of a file of tests, open for all of them; without a browser they are skipped. */
export function useLaboratory(): Pick<PageLaboratory, 'page' | 'run' | 'provoke'> {
  let laboratory: PageLaboratory | undefined
  beforeAll(async () => {
    laboratory = await openInPage()
  }, OPENING_MS)
  beforeEach(({ skip }) => skip(!laboratory, 'no browser'))
  afterAll(() => laboratory?.close())
  const opened = () => laboratory as PageLaboratory
  return {
    get page() {
      return opened().page
    },
    run: (...order) => opened().run(...order),
    provoke: (...order) => opened().provoke(...order),
  }
}

/** Builds the laboratory and opens it in the browser of the project (vitest.config.ts), if there is one. */
async function openInPage(): Promise<PageLaboratory | undefined> {
  const inFirefox = inject('inFirefox')
  const server = await launchEngine(inFirefox)
  if (!server) return undefined
  const served = await serveBarePage()
  const browser = await connectEngine(server.wsEndpoint(), inFirefox)
  const page = await browser.newPage()
  await page.goto(served.address)
  return {
    page,
    run: (lesson, source, options) => page.evaluate(runThere, { lesson, source, options }),
    provoke: (lesson, source) => page.evaluate(provokeThere, { lesson, source }),
    async close() {
      await browser.close()
      await server.close()
      served.close()
    },
  }
}

async function runThere({
  lesson,
  source,
  options,
}: {
  lesson: number
  source: string
  options?: PageRunOptions
}) {
  const opened = await (options?.saving ? savingLaboratory() : laboratory)
  const chosen = opened.lessons.find(({ number }) => number === lesson)!
  const { lesson: _lesson, ...result } = await opened.run(chosen, source, options)
  return result
}

/** Without a text of its own, the scene as it is in the project. */
async function provokeThere({ lesson, source }: { lesson: number; source?: string }) {
  const opened = await laboratory
  const chosen = opened.lessons.find(({ number }) => number === lesson)!
  return opened.provoke(chosen, source ?? opened.sceneText(chosen))
}
