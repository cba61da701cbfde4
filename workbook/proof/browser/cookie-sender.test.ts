import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { hear, LOOKS, openWidget, overflowOf } from './reader.ts'

async function open(options = {}) {
  const opened = await openWidget('/lecciones/10-cookies-y-csrf', 'cookie-sender', options)
  await opened.widget.getByText('¿Quién envía la cookie?').waitFor()
  return opened
}

async function predict(widget: Locator) {
  await press(widget, 'radio', 'No: con Strict, la cookie no sale')
  await widget.getByRole('button', { name: 'Comprobar mi predicción' }).press('Enter')
}

const press = (widget: Locator, role: 'radio' | 'checkbox', name: string) =>
  widget.getByRole(role, { name }).press('Space')

describe('who sends the cookie', () => {
  test('shows nothing before a prediction, and then what the subdomain does', async () => {
    const { widget } = await open()
    expect(await widget.getByRole('checkbox').count()).toBe(0)
    await predict(widget)
    await hear(
      widget,
      'Predijiste «No: con Strict, la cookie no sale», y es «Sí: la cookie sale y la API obedece»',
    )
    await hear(widget, 'Otra página ha cerrado la sesión de Ana')
  })

  test('refuses the subdomain with exigirOrigen, and the other site has no cookie to send', async () => {
    const { widget } = await open()
    await predict(widget)
    await press(widget, 'checkbox', 'La API usa exigirOrigen')
    await hear(widget, '403 {"error":"Origen no permitido"}')
    await press(widget, 'radio', 'Otro sitio, https://malo.com')
    await hear(widget, '401 {"error":"Token faltante"}')
    await press(widget, 'radio', 'None')
    await hear(widget, '403 {"error":"Origen no permitido"}')
  })

  test('says what each attribute leaves out', async () => {
    const { widget } = await open()
    await predict(widget)
    await press(widget, 'checkbox', 'HttpOnly')
    await hear(widget, 'lee el token en document.cookie')
    await press(widget, 'checkbox', 'Secure')
    await hear(widget, 'El navegador ni la guarda')
  })

  test.each(LOOKS)(
    'fits and puts up no barrier when used at $viewport.width px, $colorScheme',
    async (look) => {
      const { page, widget } = await open(look)
      const before = await findBarriers(page)
      await predict(widget)
      await hear(widget, 'Otra página ha cerrado la sesión de Ana')
      expect(await findBarriers(page)).toEqual(before)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    },
  )
})
