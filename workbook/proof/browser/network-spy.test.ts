import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { hear, LOOKS, openPage, openWidget, overflowOf } from './reader.ts'

async function open(options = {}) {
  const opened = await openWidget('/lecciones/08-https', 'network-spy', options)
  await opened.widget.getByText('Espía de la red').waitFor()
  return opened
}

async function predict(widget: Locator, option = 'La visita, sin secretos') {
  await widget.getByRole('radio', { name: option, exact: true }).press('Space')
  await widget.getByRole('button', { name: 'Comprobar mi predicción' }).press('Enter')
}

const press = (widget: Locator, role: 'radio' | 'checkbox', name: string | RegExp) =>
  widget.getByRole(role, { name, exact: true }).press('Space')

async function protect(widget: Locator, view = 'HTTPS') {
  await press(widget, 'radio', view)
  await press(widget, 'checkbox', /^Redirección/)
  await press(widget, 'checkbox', /^HSTS/)
}

const trips = (widget: Locator) => widget.locator('ol > li').allInnerTexts()

describe('the spy of the network', () => {
  test('shows nothing before a prediction', async () => {
    const { widget } = await open()
    expect(await widget.getByRole('checkbox').count()).toBe(0)
    await predict(widget, 'Nada')
    await hear(widget, 'Predijiste «Nada», y es «La visita, sin secretos»')
    await hear(widget, /Quien espía la red lee la contraseña, el token de la respuesta/)
  })

  test('has the rules off as long as there is no HTTPS', async () => {
    const { widget } = await open()
    await predict(widget)
    expect(await widget.getByRole('checkbox', { name: /^HSTS/ }).isDisabled()).toBe(true)
    await press(widget, 'radio', 'HTTPS')
    expect(await widget.getByRole('checkbox', { name: /^HSTS/ }).isDisabled()).toBe(false)
    await hear(widget, 'Ofrecer HTTPS no basta')
  })

  test('shows the gap of the first visit, and how HSTS closes it for the next', async () => {
    const { widget } = await open()
    await predict(widget)
    await protect(widget)
    await hear(widget, 'Quien espía la red no lee ningún secreto.')
    await hear(widget, 'La primera visita es el hueco que queda')
    expect((await trips(widget))[0]).toMatch(/^GET \/perfil por HTTP responde 308/)
    await press(widget, 'radio', 'El mismo navegador, otro día')
    await hear(widget, 'El navegador recuerda HSTS')
    expect((await trips(widget)).map((text) => /por HTTPS?/.exec(text)?.[0])).toEqual(
      Array(3).fill('por HTTPS'),
    )
  })

  test('reads the password of an app although it is refused', async () => {
    const { widget } = await open()
    await predict(widget)
    await protect(widget)
    await press(widget, 'radio', 'Una app con http:// escrito en su código')
    await hear(widget, 'Quien espía la red lee la contraseña.')
    await hear(widget, 'La API responde 403')
  })

  test('reads everything behind a proxy that ends TLS', async () => {
    const { widget } = await open()
    await predict(widget)
    await protect(widget, 'HTTPS con un proxy que reenvía en claro')
    await hear(widget, 'Quien espía la red no lee ningún secreto.')
    await hear(widget, /Quien está entre el proxy y la API lee la contraseña/)
  })

  test('opens the bytes with the keyboard: readable over HTTP, not over HTTPS', async () => {
    const { widget } = await open()
    await predict(widget)
    const bytes = async () => {
      const login = widget.locator('ol > li').filter({ hasText: 'POST /login' })
      if (!(await login.locator('details').getAttribute('open')))
        await login.locator('summary').press('Enter')
      return login.locator('pre').innerText()
    }
    expect(await bytes()).toContain('"password":"clave-ana"')
    await press(widget, 'radio', 'HTTPS')
    await press(widget, 'checkbox', /^Redirección/)
    await hear(widget, 'Quien espía la red no lee ningún secreto.')
    expect(await bytes()).not.toMatch(/clave-ana|Bearer|HTTP/)
  })

  test.each(LOOKS)(
    'fits and puts up no barrier when used at $viewport.width px, $colorScheme',
    async (look) => {
      const { page, widget } = await open(look)
      const before = await findBarriers(page)
      await predict(widget)
      await protect(widget, 'HTTPS con un proxy que reenvía en claro')
      for (const summary of await widget.locator('summary').all()) await summary.press('Enter')
      expect(await findBarriers(page)).toEqual(before)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    },
  )

  test('tells a reader without JavaScript what it needs', async () => {
    const page = await openPage('/lecciones/08-https', { javaScriptEnabled: false })
    const widget = page.locator('[data-widget="network-spy"]')
    expect(await widget.innerText()).toBe(
      'Este taller necesita JavaScript. El resto de la página se lee sin él.',
    )
  })
})
