import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { loadLesson } from '../../curriculum/lessons.ts'
import { findBarriers } from './axe.ts'
import { openPage } from './reader.ts'

const { slug, manifest } = await loadLesson(1)
const LESSON = `/lecciones/${slug}`
const PASSED = 'Cuestionario superado: las tres respuestas son correctas.'

/** What a reader sees of a text of the manifest. */
const plain = (text: string) => text.replace(/[`*]/g, '')

/** The texts of the options of a question, the right one or the others. */
const optionsOf = (number: number, right: boolean) =>
  (manifest.preguntas[number - 1]?.opciones ?? [])
    .filter(({ correcta = false }) => correcta === right)
    .map(({ texto }) => plain(texto))

const rightOf = (number: number) => optionsOf(number, true)[0] ?? ''
const wrongOf = (number: number) => optionsOf(number, false)[0] ?? ''

/** The parts of a question, as a reader finds them. */
function questionOf(page: Page, number: number) {
  const group = page.getByRole('group', { name: `${number}. ` })
  return {
    group,
    options: group.getByRole('radio'),
    option: (text: string) => group.locator('label', { hasText: text }).getByRole('radio'),
    check: page.getByRole('button', { name: `Comprobar la pregunta ${number}` }),
    verdict: group.locator('xpath=..').locator('[aria-live]'),
  }
}

/** Goes to a question, of which one is seen at a time. */
async function goTo(page: Page, number: number): Promise<void> {
  const place = page.getByText(/^Pregunta \d de 3$/)
  // It answers once the browser has nothing else to do.
  await questionOf(page, 1).group.or(place).first().waitFor()
  await page.locator('form input:enabled').first().waitFor({ state: 'attached' })
  for (;;) {
    const at = Number(/\d/.exec(await place.innerText())?.[0])
    if (at === number) return
    await page.getByRole('button', { name: at < number ? 'Siguiente' : 'Anterior', exact: true }).click()
  }
}

/** Chooses an option with the keyboard alone, and asks. */
async function answer(page: Page, number: number, text: string): Promise<Locator> {
  const { group, options, option, check, verdict } = questionOf(page, number)
  await goTo(page, number)
  // It answers once the browser has nothing else to do, and then its options are in another order.
  await group.locator('input:enabled').first().waitFor()
  const labels = await group.locator('label').allInnerTexts()
  await options.first().focus()
  await page.keyboard.press('Space')
  for (let step = labels.findIndex((label) => label.includes(text)); step > 0; step--)
    await page.keyboard.press('ArrowDown')
  expect(await option(text).isChecked()).toBe(true)
  await page.keyboard.press('Tab')
  expect(await check.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  return verdict
}

async function pass(page: Page): Promise<void> {
  for (const number of [1, 2, 3]) await answer(page, number, rightOf(number))
}

describe('the quiz', { timeout: 60_000 }, () => {
  test('asks three questions with their options, whose code is code', async () => {
    const page = await openPage(LESSON)
    for (const [index, { opciones }] of manifest.preguntas.entries()) {
      await goTo(page, index + 1)
      await expect.poll(() => questionOf(page, index + 1).options.count()).toBe(opciones.length)
    }
    await goTo(page, 2)
    const second = questionOf(page, 2).group
    expect(await second.locator('legend code').allTextContents()).toEqual([
      'jwt.decode(token)',
      "{ sub: '1' }",
    ])
  })

  test('explains a wrong answer, and lets try again', async () => {
    const page = await openPage(LESSON)
    const verdict = await answer(page, 1, 'El payload va cifrado.')
    expect(await verdict.innerText()).toBe(
      '✗ No es esa. Va codificado en base64url, no cifrado: cualquiera lo lee y lo reescribe. Prueba con otra.',
    )
    await questionOf(page, 1).option(rightOf(1)).check()
    expect(await verdict.innerText()).toBe('')
    await questionOf(page, 1).check.press('Enter')
    expect(await verdict.innerText()).toMatch(/^✓ Correcto\. La firma se calcula a partir del encabezado/)
  })

  test('puts the options in another order at each visit', async () => {
    const page = await openPage(LESSON)
    const orders = new Set<string>()
    // With 24 orders for each of three questions, five visits that agree are not luck.
    for (let visit = 0; visit < 5; visit++) {
      await questionOf(page, 1).group.locator('input:enabled').first().waitFor()
      orders.add((await page.locator('fieldset label').allInnerTexts()).join())
      await page.reload()
    }
    expect(orders.size).toBeGreaterThan(1)
  })

  test('asks for an answer where there is none', async () => {
    const page = await openPage(LESSON)
    const { check, verdict } = questionOf(page, 2)
    await goTo(page, 2)
    await check.press('Enter')
    expect(await verdict.innerText()).toBe('Elige antes una respuesta.')
  })

  test('is passed with the three right, and not before', async () => {
    const page = await openPage(LESSON)
    for (const number of [1, 2]) await answer(page, number, rightOf(number))
    expect(await page.getByText(PASSED).count()).toBe(0)
    await answer(page, 3, wrongOf(3))
    expect(await page.getByText(PASSED).count()).toBe(0)
    await answer(page, 3, rightOf(3))
    expect(await page.getByText(PASSED).isVisible()).toBe(true)
    expect(await findBarriers(page)).toEqual([])
  })

  test('remembers that it was passed', async () => {
    const page = await openPage(LESSON)
    await pass(page)
    await page.reload()
    await page.getByText('Ya superaste este cuestionario.').waitFor()
    await page.goto('/')
    await page.getByText('0 de 8 lecciones, 1 de 8 cuestionarios').waitFor()
  })

  test('starts anew for who goes to another lesson and comes back', async () => {
    const page = await openPage(LESSON)
    await answer(page, 1, rightOf(1))
    const sidebar = page.getByRole('navigation', { name: 'Páginas del cuaderno' })
    await sidebar.getByRole('link', { name: /^2\. / }).click()
    // The address changes before the page does.
    await questionOf(page, 1).group.getByText('quien hace la solicitud').waitFor()
    await sidebar.getByRole('link', { name: /^1\. / }).click()
    await questionOf(page, 1).group.getByText('¿Qué impide que Ana cambie').waitFor()
    expect(await questionOf(page, 1).group.locator('input:checked').count()).toBe(0)
  })

  test('is read without JavaScript, with its answers folded', async () => {
    const page = await openPage(LESSON, { javaScriptEnabled: false })
    expect(await page.getByRole('button', { name: /^Comprobar/ }).count()).toBe(0)
    const answers = page.locator('details', { hasText: 'Ver la respuesta' })
    expect(await answers.count()).toBe(3)
    const why = answers.first().getByText('cualquiera lo lee y lo reescribe')
    expect(await why.isVisible()).toBe(false)
    await answers.first().locator('summary').press('Enter')
    expect(await why.isVisible()).toBe(true)
  })
})
