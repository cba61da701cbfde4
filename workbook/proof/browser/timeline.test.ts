import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openWidget, overflowOf, PHONE } from './reader.ts'

async function openTimeline(options = {}) {
  const { page, widget } = await openWidget('/lecciones/03-expiracion', 'timeline', options)
  const verdict = widget.locator('.veredicto').last()
  await verdict.waitFor()
  return { page, widget, verdict }
}

/** Moves a slider with the keyboard, as somebody without a mouse does. */
async function press(page: Page, slider: RegExp, ...keys: string[]) {
  const control = page.getByRole('slider', { name: slider })
  await control.focus()
  for (const key of keys) await control.press(key)
}

describe('the timeline', () => {
  test('begins with a token that has just been issued', async () => {
    const { widget, verdict } = await openTimeline()
    expect(await verdict.textContent()).toMatch(/^Vale: le quedan 900 s \(15\smin\)$/)
    expect(await widget.getByRole('img').getAttribute('aria-label')).toContain(
      'exp, 10:15:00; ahora, 10:00:00',
    )
  })

  test('holds one second before exp and not at exp', async () => {
    const { page, verdict } = await openTimeline()
    await page.getByRole('button', { name: 'Un segundo antes de exp' }).press('Enter')
    expect(await verdict.textContent()).toBe('Vale: le queda 1 s')
    await press(page, /Reloj/, 'ArrowRight')
    expect(await verdict.textContent()).toBe('Expirado: en el segundo exacto de exp ya no vale')
  })

  test('shows what each unit makes of the duration', async () => {
    const { page, verdict } = await openTimeline()
    const unit = page.getByLabel('¿En qué unidad lo escribiste?')
    for (const [name, said] of [
      ['milliseconds', /^Rechazado: su exp está más lejos que el límite. Le quedarían 10\sdías/],
      ['text', /^Expirado: en el segundo exacto/],
      ['instant', /^Rechazado: su exp está más lejos que el límite. Le quedarían \d{5}\saños/],
    ] as const) {
      await unit.selectOption(name)
      expect(await verdict.textContent()).toMatch(said)
    }
  })

  test('rejects a token from a clock two minutes ahead until the margin covers it', async () => {
    const { page, verdict } = await openTimeline()
    await press(page, /Desfase/, 'End')
    expect(await verdict.textContent()).toContain('Rechazado: su exp está más lejos que el límite')
    await press(page, /Reloj/, ...Array(60).fill('ArrowRight'))
    expect(await verdict.textContent()).toContain('Vale: le quedan 960 s')
  })

  test("tells what '900' does to whoever predicts it first, and shows it on the line", async () => {
    const { page, widget, verdict } = await openTimeline()
    await page.getByRole('radio', { name: 'Uno que vale 15 minutos' }).press('Space')
    await page.getByRole('button', { name: 'Comprobar mi predicción' }).press('Enter')
    const answer = widget.locator('[aria-live] .veredicto').first()
    expect(await answer.textContent()).toBe(
      'Predijiste «Uno que vale 15 minutos», y es «Uno que nace expirado»',
    )
    expect(await verdict.textContent()).toContain('Expirado')
    expect(await widget.locator('pre').textContent()).toContain("expiresIn: '900'")
  })

  test.each(['light', 'dark'] as const)('has no barrier in %s after using it', async (colorScheme) => {
    const { page } = await openTimeline({ colorScheme })
    await page.getByRole('radio', { name: 'Uno que nace expirado' }).check()
    await page.getByRole('button', { name: 'Comprobar mi predicción' }).click()
    await page.getByLabel('¿En qué unidad lo escribiste?').selectOption('instant')
    expect(await findBarriers(page)).toEqual([])
  })

  test('fits a telephone, whatever the unit', async () => {
    const { page } = await openTimeline({ viewport: PHONE })
    await page.getByLabel('¿En qué unidad lo escribiste?').selectOption('instant')
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })
})
