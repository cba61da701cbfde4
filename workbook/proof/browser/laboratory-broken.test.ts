import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Case, lineOf } from '../broken/case.ts'
import { ENDLESS_CASES, RUN_CASES, TEXT_CASES } from '../broken/cases.ts'
import { OTHERWISE } from '../parity/differences.ts'
import { LESSONS, type OpenLaboratory, openLaboratory, paste, solutionOf } from './laboratory-page.ts'
import { longestPause, STOPPED_MS, watchPauses } from './pauses.ts'

const LESSON = LESSONS[2]!
const SOLUTION = solutionOf(LESSON)
const SOLVED = 'Lección superada'
const PATIENCE = { timeout: 20_000 }

const HARD = [
  'an endless loop in a function',
  'an endless chain of promises',
  '100,000 lines in the console',
  'an array that grows without end',
  'process.exit on load',
  'a promise that is rejected and that nobody awaits',
]
const MISWRITTEN = [
  'a brace too many at the start',
  'an unclosed string',
  'an unclosed regular expression',
  'a conflict that Git left behind',
  'a reserved word',
  'curly quotes',
]

let laboratory: OpenLaboratory

beforeAll(async () => {
  laboratory = await openLaboratory(`/lecciones/${LESSON.slug}`)
}, 60_000)

// The page of somebody who goes from one mistake to the next: nothing may be left over.
afterAll(() => laboratory.page.close())

const said = () => laboratory.said.textContent()

async function write(text: string) {
  await paste(laboratory, text)
  await laboratory.page.keyboard.press('ControlOrMeta+S')
}

async function solve() {
  await write(SOLUTION)
  await expect.poll(said, PATIENCE).toContain(SOLVED)
}

function named(cases: readonly Case[], names: readonly string[]): Case[] {
  return names.map((name) => cases.find((one) => one.name === name)!)
}

const sentenceOf = ({ name, says }: Case) => OTHERWISE[name]?.says ?? says ?? SOLVED

describe('in the page of a lesson', () => {
  test.each(named([...RUN_CASES, ...ENDLESS_CASES], HARD))(
    '$name is explained, never stops the page, and the next run works',
    { timeout: 60_000 },
    async (broken) => {
      const { page } = laboratory
      await paste(laboratory, String(broken.text?.(SOLUTION)))
      await watchPauses(page)
      await page.keyboard.press('ControlOrMeta+S')
      await expect.poll(said, PATIENCE).toContain(sentenceOf(broken))
      const pause = await longestPause(page)
      await solve()
      expect(pause).toBeLessThan(STOPPED_MS)
    },
  )

  test('half a gigabyte is given back', { timeout: 60_000 }, async () => {
    await write(
      `${SOLUTION}\nconst grande = Buffer.alloc(500 * 2 ** 20).fill(1)\nthrow new Error(grande.length + ' bytes')`,
    )
    await expect.poll(said, PATIENCE).toContain('524288000 bytes')
    await solve()
  })

  test.each(named(TEXT_CASES, MISWRITTEN))(
    '$name is marked on its line',
    { timeout: 60_000 },
    async (broken) => {
      const { bench } = laboratory
      const text = String(broken.text?.(SOLUTION))
      const line = lineOf(text, broken.at ?? '')
      await write(text)
      await expect.poll(said, PATIENCE).toContain(sentenceOf(broken))
      await bench.getByRole('button', { name: `Ve a ${LESSON.manifest.archivo}:${line}` }).press('Enter')
      const marked = bench.locator('.cm-line:has(.cm-lintRange-error)')
      // The sentence and the line may be those of the mistake before: the mark is new.
      await expect.poll(() => marked.allTextContents(), PATIENCE).toEqual([text.split('\n')[line - 1]])
    },
  )
})
