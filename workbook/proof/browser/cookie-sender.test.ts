import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { LAPTOP, openPage, PHONE } from './reader.ts'

const LOOKS = [
  { viewport: PHONE, colorScheme: 'light' },
  { viewport: LAPTOP, colorScheme: 'dark' },
] as const

async function openWidget(options = {}): Promise<{ page: Page; widget: Locator }> {
  const page = await openPage('/lecciones/10-cookies-y-csrf', options)
  const widget = page.locator('[data-widget="cookie-sender"]')
  await widget.scrollIntoViewIfNeeded()
  await widget.getByText('¿Quién envía la cookie?').waitFor()
  return { page, widget }
}

/** Waits for what is announced: the text is in an element that was there before. */
async function hear(widget: Locator, text: string): Promise<void> {
  await widget.locator('[aria-live]').filter({ hasText: text }).last().waitFor()
}

async function predict(widget: Locator) {
  await press(widget, 'radio', 'No: con Strict, la cookie no sale')
  await widget.getByRole('button', { name: 'Comprobar mi predicción' }).press('Enter')
}

const press = (widget: Locator, role: 'radio' | 'checkbox', name: string) =>
  widget.getByRole(role, { name }).press('Space')

describe('who sends the cookie', () => {
  test('shows nothing before a prediction, and then what the subdomain does', async () => {
    const { widget } = await openWidget()
    expect(await widget.getByRole('checkbox').count()).toBe(0)
    await predict(widget)
    await hear(
      widget,
      'Predijiste «No: con Strict, la cookie no sale», y es «Sí: la cookie sale y la API obedece»',
    )
    await hear(widget, 'Otra página ha cerrado la sesión de Ana')
  })

  test('refuses the subdomain with exigirOrigen, and the other site has no cookie to send', async () => {
    const { widget } = await openWidget()
    await predict(widget)
    await press(widget, 'checkbox', 'La API usa exigirOrigen')
    await hear(widget, '403 {"error":"Origen no permitido"}')
    await press(widget, 'radio', 'Otro sitio, https://malo.com')
    await hear(widget, '401 {"error":"Token faltante"}')
    await press(widget, 'radio', 'None')
    await hear(widget, '403 {"error":"Origen no permitido"}')
  })

  test('says what each attribute leaves out', async () => {
    const { widget } = await openWidget()
    await predict(widget)
    await press(widget, 'checkbox', 'HttpOnly')
    await hear(widget, 'lee el token en document.cookie')
    await press(widget, 'checkbox', 'Secure')
    await hear(widget, 'El navegador ni la guarda')
  })

  test.each(LOOKS)(
    'fits and puts up no barrier when used at $viewport.width px, $colorScheme',
    async (look) => {
      const { page, widget } = await openWidget(look)
      const before = await findBarriers(page)
      await predict(widget)
      await hear(widget, 'Otra página ha cerrado la sesión de Ana')
      expect(await findBarriers(page)).toEqual(before)
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0)
    },
  )
})
