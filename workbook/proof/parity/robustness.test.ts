import { readFileSync } from 'node:fs'
import { describe, expect, inject, test } from 'vitest'
import { loadLesson } from '../../curriculum/lessons.ts'
import type { News } from '../../lab/protocol.ts'
import { type Case, lineOf } from '../broken/case.ts'
import { ENDLESS_CASES, HANDLER_CASES, RUN_CASES, TEXT_CASES } from '../broken/cases.ts'
import { longestPause, STOPPED_MS, watchPauses } from '../browser/pauses.ts'
import { OTHERWISE } from './differences.ts'
import { type PageResult, useLaboratory } from './in-page.ts'
import { withoutQuote } from './verdict.ts'

/** Nobody can ask a Worker where it is that waits, or that is stuck in what is no loop: the line is that of its task. */
const GUESSED = ['a file that waits for ever to load', 'a regular expression that takes for ever']
const HEAVY = [
  '100,000 lines in the console',
  'an endless loop in a function',
  // Again and again: after one, a page has its gigabytes for some time.
  ...Array(3).fill('an array that grows without end'),
  ...Array(3).fill('buffers that grow without end, between promises'),
  ...Array(3).fill('an array that grows without end, between promises'),
]

const laboratory = useLaboratory()

/** The same broken exercises, with the same sentences and lines, as in the sessions of the terminal. */
async function describeBroken(number: number, cases: readonly Case[]) {
  const { solution } = await loadLesson(number)
  const solved = readFileSync(solution, 'utf8')
  const textual = cases.filter(
    ({ text, name }) => text && typeof text(solved) === 'string' && !OTHERWISE[name],
  )

  test.each(textual)('explains $name', { timeout: 30_000 }, async ({ name, text, says, at }) => {
    const source = String(text?.(solved))
    const result = await laboratory.run(number, source)
    const told = sentencesOf(result)
    if (!says) return expect(told).toEqual([])
    expect(told.map(({ sentence }) => sentence)).toContain(inEngine(says))
    if (!at) return
    const { place } = told.find(({ sentence }) => sentence === inEngine(says)) ?? {}
    if (place && !GUESSED.includes(name)) expect(place.line).toBe(lineOf(source, at))
  })

  const others = cases.filter(({ name }) => OTHERWISE[name])
  if (others.length) {
    test.each(others)('says something else of $name', { timeout: 30_000 }, async ({ name, text }) => {
      const [told] = sentencesOf(await laboratory.run(number, String(text?.(solved))))
      const { says } = OTHERWISE[name]!
      expect(told?.sentence).toBe(says && inEngine(says))
    })
  }

  test('and runs the solution afterwards', { timeout: 30_000 }, async () => {
    expect(await laboratory.run(number, solved)).toMatchObject({ passed: true })
  })
}

function sentencesOf({ problems, tests }: PageResult) {
  const failures = [...problems, ...tests.flatMap(({ failure }) => failure ?? [])]
  return failures.map((failure) => ({ ...failure, sentence: inEngine(failure.sentence) }))
}

/** What is quoted are the words of the engine. */
function inEngine(sentence: string): string {
  return inject('inFirefox') ? withoutQuote(sentence) : sentence
}

describe('before it runs', async () => {
  await describeBroken(3, TEXT_CASES)
})

describe('while it runs', async () => {
  await describeBroken(3, RUN_CASES)
})

describe('while Express handles a request', async () => {
  await describeBroken(2, HANDLER_CASES)
})

describe('without end', async () => {
  await describeBroken(3, ENDLESS_CASES)

  test('the page itself never stops', { timeout: 60_000 }, async () => {
    const solved = readFileSync((await loadLesson(3)).solution, 'utf8')
    await watchPauses(laboratory.page)
    for (const heavy of HEAVY) {
      const { text } = ENDLESS_CASES.find(({ name }) => name === heavy)!
      await laboratory.run(3, String(text?.(solved)))
    }
    expect(await longestPause(laboratory.page)).toBeLessThan(STOPPED_MS)
  })
})

test('no clock accuses a right answer of what scrypt takes', { timeout: 30_000 }, async () => {
  const solved = readFileSync((await loadLesson(7)).solution, 'utf8')
  // As on a phone ten times slower: what a test derives takes longer than this.
  expect(await laboratory.run(7, solved, { testTimeout: 500 })).toMatchObject({ passed: true })
})

describe('before anybody asks', () => {
  /** What the Worker says that starts after a run of this text, up to when it is ready. */
  async function rehearsalAfter(number: number, source: string): Promise<News[]> {
    const { page } = laboratory
    await page.evaluate(hearNextWorker)
    await laboratory.run(number, source)
    await page.waitForFunction(() => heard.some(({ type }) => type === 'ready'))
    return page.evaluate(() => heard)
  }
  const tested = (news: readonly News[]) => news.filter(({ type }) => type === 'tested')

  test('the next Worker goes through the tests with the solution, whatever the learner wrote', async () => {
    const right = readFileSync((await loadLesson(1)).solution, 'utf8')
    const { tests } = await laboratory.run(1, right)
    const news = tested(await rehearsalAfter(1, right.replace('HS256', 'HS512')))
    expect(news).toHaveLength(tests.length)
    expect(news.filter((test) => 'state' in test && test.state !== 'passed')).toEqual([])
  })

  test('but derives no password with a new salt', async () => {
    const { solution } = await loadLesson(7)
    const right = readFileSync(solution, 'utf8')
    const { tests } = await laboratory.run(7, right)
    const news = await rehearsalAfter(7, right)
    expect(tested(news)).toHaveLength(tests.length)
    expect(news.filter(({ type }) => type === 'busy')).toEqual([])
    expect(news.at(-1)).toEqual({ type: 'ready' })
  })
})

declare global {
  /** Of the page: what Workers said that started after it was asked to listen. */
  var heard: News[]
}

function hearNextWorker() {
  const news: News[] = []
  globalThis.heard = news
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL) {
      super(url)
      this.addEventListener('message', ({ data }) => news.push(data))
    }
  }
}
