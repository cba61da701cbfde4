import { describe, expect, test } from 'vitest'
import { LESSONS, openLaboratory, paste, showView, solutionOf } from './laboratory-page.ts'
import { PHONE } from './reader.ts'

const LESSON = LESSONS[0]!
const TOUCHED = { viewport: PHONE, hasTouch: true, isMobile: true }
/** What a finger needs, in CSS pixels (WCAG 2.2, 2.5.5). */
const FINGER = 44
const CONTROLS = ['button', 'summary', 'select', 'input:not([type=checkbox])', 'textarea']
const open = () => openLaboratory(`/lecciones/${LESSON.slug}`, TOUCHED)

describe('the laboratory on a phone', () => {
  test('has room for a finger on everything', async () => {
    const { bench, page } = await open()
    await showView({ bench }, 'Solicitudes')
    await bench.getByText('Escribe la tuya, o cambia la última').tap()
    await bench.locator('.archivo > summary').tap()
    // With the bar at the bottom and the header of the panel.
    const controls = page.locator(`:is(.mesa-marco, .mesa-pestanas) :is(${CONTROLS.join(', ')}):visible`)
    const small = await controls.evaluateAll(
      (all, finger) =>
        all.flatMap((element) => {
          const { width, height } = element.getBoundingClientRect()
          return width < finger || height < finger ? [`${element.textContent}: ${width} × ${height}`] : []
        }),
      FINGER,
    )
    expect(await controls.count()).toBeGreaterThan(20)
    expect(small).toEqual([])
  })

  test('shows the line that is wrong, and nothing over it', async () => {
    const laboratory = await open()
    const { bench } = laboratory
    await paste(laboratory, solutionOf(LESSON).replace('return jwt.sign(', 'return jwt.sign(('))
    await bench.getByText('tiene un error de sintaxis').last().waitFor()
    await bench.getByRole('button', { name: /^Ve a token\.ts:\d+$/ }).tap()
    const uncovered = bench.locator('.cm-lintRange-error').evaluate((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect()
      return Boolean(document.elementFromPoint(x + width / 2, y + height / 2)?.closest('.cm-line'))
    })
    expect(await uncovered).toBe(true)
  })

  test('counts no attacks where the app does not start', async () => {
    const laboratory = await open()
    const { bench } = laboratory
    await paste(laboratory, `${solutionOf(LESSON)}}`)
    await showView(laboratory, 'Ataques')
    await bench.getByRole('button', { name: 'Ataca tu API' }).tap()
    await bench.locator('.ataques [aria-live]').filter({ hasText: 'tu aplicación no arranca' }).waitFor()
    expect(await bench.getByText(/aguanta/).count()).toBe(0)
  })

  test('shows code in the hints as code', async () => {
    const { bench } = await open()
    await bench.getByRole('button', { name: 'Pista' }).tap()
    await bench.locator('.pistas code', { hasText: 'jwt' }).waitFor()
  })
})
