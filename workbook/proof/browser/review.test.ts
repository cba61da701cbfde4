import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../curriculum/lessons.ts'
import { readRecording } from '../../curriculum/recording.ts'
import { deckOf } from '../../verdict/review/deck.ts'
import { findBarriers } from './axe.ts'
import { openPage, overflowOf, PHONE } from './reader.ts'

const lessons = await loadLessons()
const deck = deckOf(lessons, ({ solution }) => readFileSync(solution, 'utf8'), readRecording())
const [first, second] = lessons
const KEY = 'cuaderno-jwt:progreso:1'
const plain = (text: string) => text.replaceAll('`', '')

type Options = Parameters<typeof openPage>[1]

/** The review of somebody who solved these lessons. */
async function openReview(solved: readonly string[], options?: Options): Promise<Page> {
  const page = await openPage('about:blank', options)
  const kept = JSON.stringify({ version: 1, solved, quizzes: [] })
  // Only the first time: what the page keeps stays.
  await page.addInitScript(
    `if (location.host && !localStorage.getItem('${KEY}')) localStorage.setItem('${KEY}', '${kept}')`,
  )
  await page.goto('/repaso')
  return page
}

const SOLVED = [first?.slug ?? '', second?.slug ?? '']
const place = (page: Page, number: number) => page.getByText(`Pregunta ${number} de 5 ·`)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const remembered = (page: Page) =>
  page.evaluate((key) => Object.values(JSON.parse(localStorage.getItem(key) ?? '{}').review ?? {}), KEY)

/** The card that is asked now, and the place of its right option. */
async function cardOn(page: Page) {
  const asked = await page.locator('legend').innerText()
  // Behind the word that says what a sign means.
  const code = await page
    .locator('form .linea')
    .evaluateAll((lines) => lines.map(({ lastChild }) => lastChild?.textContent?.trimEnd()))
  const isAsked = (lines: readonly string[]) =>
    lines.map((line) => line.trimEnd()).join('\n') === code.join('\n')
  const card = deck.find((each) => plain(each.asks) === asked && isAsked(each.code))
  const texts = await page.locator('form label').allInnerTexts()
  const right = plain(card?.options.find((option) => option.right)?.text ?? '')
  return { card, right: texts.findIndex((text) => text.replace(/^[a-d]\)\s/, '') === right) }
}

describe('the review', { timeout: 60_000 }, () => {
  test('says what to do to who has solved nothing, and downloads no question', async () => {
    const page = await openPage('about:blank')
    const chunks: string[] = []
    page.on('request', (request) => void chunks.push(request.url()))
    await page.goto('/repaso', { waitUntil: 'networkidle' })
    await page.getByText('Aún no hay nada que repasar: termina una lección').waitFor()
    expect(chunks.filter((url) => url.includes('cards.data'))).toEqual([])
    expect(await findBarriers(page)).toEqual([])
  })

  test('asks five questions of what is solved, with the keyboard alone, and remembers each', async () => {
    const page = await openReview(SOLVED)
    await place(page, 1).waitFor()
    const misses = [false, true, false, false, true]
    for (const [index, miss] of misses.entries()) {
      await place(page, index + 1).waitFor()
      const { card, right } = await cardOn(page)
      expect(SOLVED).toContain(card?.slug)
      expect(right).toBeGreaterThanOrEqual(0)
      await page.getByRole('radio').first().focus()
      await page.keyboard.press('Space')
      const steps = miss ? (right + 1) % 4 : right
      for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const verdict = page.locator('form [aria-live]')
      const said = plain(card?.options.find((option) => option.right)?.why ?? '')
      await expect.poll(() => verdict.innerText()).toContain(miss ? '✗ No es esa.' : '✓ Correcto.')
      expect(await verdict.innerText()).toContain(said)
      await page.keyboard.press('Enter')
    }
    await page.getByText('Aciertos: 3 de 5.').waitFor()
    expect(await page.locator('.final').evaluate((end) => end === document.activeElement)).toBe(true)
    const days = (await remembered(page)).map((recall) => (recall as { days: number }).days)
    expect(days.sort()).toEqual([1, 1, 6, 6, 6])
  })

  test('asks for an answer where there is none', async () => {
    const page = await openReview(SOLVED)
    await button(page, 'Comprobar').press('Enter')
    await page.getByText('Elige antes una respuesta.').waitFor()
    expect(await remembered(page)).toEqual([])
  })

  test('does not ask again today what was answered, and says when it comes back', async () => {
    const page = await openReview([first?.slug ?? ''])
    await place(page, 1).waitFor()
    const day = new Date().toLocaleDateString('sv')
    const review = Object.fromEntries(
      deck.filter(({ slug }) => slug === first?.slug).map(({ id }) => [id, { day, days: 6 }]),
    )
    await page.evaluate(
      ([key, kept]) => localStorage.setItem(key ?? '', kept ?? ''),
      [KEY, JSON.stringify({ version: 1, solved: [first?.slug], quizzes: [], review })],
    )
    await page.reload()
    await page.getByText('No queda nada que repasar hoy').waitFor()
  })

  test.each(['light', 'dark'] as const)(
    'has no barrier before and after an answer, %s',
    async (colorScheme) => {
      const page = await openReview(SOLVED, { colorScheme })
      for (const number of [1, 2, 3, 4, 5]) {
        await place(page, number).waitFor()
        expect(await findBarriers(page)).toEqual([])
        await page.getByRole('radio').first().check()
        await button(page, 'Comprobar').click()
        await page.locator('form [aria-live] strong').waitFor()
        expect(await findBarriers(page)).toEqual([])
        await button(page, number < 5 ? 'Siguiente' : 'Ver cómo te ha ido').click()
      }
    },
  )

  test('is no wider than a phone, whatever it asks', async () => {
    const page = await openReview(SOLVED, { viewport: PHONE })
    for (const number of [1, 2, 3, 4, 5]) {
      await place(page, number).waitFor()
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      await page.getByRole('radio').first().check()
      await button(page, 'Comprobar').click()
      await button(page, number < 5 ? 'Siguiente' : 'Ver cómo te ha ido').click()
    }
  })

  test('is offered on the home page to who has solved something, and to nobody else', async () => {
    const page = await openReview(SOLVED)
    await page.goto('/')
    await page.getByRole('link', { name: 'Repasa cinco preguntas' }).click()
    await place(page, 1).waitFor()
    const other = await openPage('/')
    await other.getByRole('heading', { level: 1 }).waitFor()
    expect(await other.getByText('Repasa cinco preguntas').count()).toBe(0)
  })

  test('says without JavaScript where to answer', async () => {
    const page = await openPage('/repaso', { javaScriptEnabled: false })
    expect(await page.getByText('Para responder aquí hace falta JavaScript').isVisible()).toBe(true)
    expect(await page.getByText('Buscando tus preguntas').isVisible()).toBe(false)
  })
})
