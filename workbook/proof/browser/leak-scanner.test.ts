import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { toBase64url } from '../../../docs/.vitepress/widgets/common/jwt.ts'
import { findBarriers } from './axe.ts'
import { hear, LOOKS, leaveAndComeBack, openWidget, overflowOf } from './reader.ts'

const LEAKY = 'Se leen 8 datos y 3 son fugas: id, email y resumen.'

async function open(options = {}) {
  const opened = await openWidget('/lecciones/07-nunca-contrasenas', 'leak-scanner', options)
  await opened.widget.getByText('Escáner de fugas').waitFor()
  return opened
}

async function predict(widget: Locator, option: string) {
  await widget.getByRole('radio', { name: option }).press('Space')
  await widget.getByRole('button', { name: 'Comprobar mi predicción' }).press('Enter')
}

async function hashPassword(widget: Locator) {
  await widget.getByLabel('Contraseña inventada').fill('clave-ana')
  await widget.getByLabel('Contraseña inventada').press('Enter')
  return hear(widget, 'son distintos')
}

describe('the scanner of leaks', () => {
  test('names the leaks of a token as soon as it is seen', async () => {
    const { widget } = await open()
    await hear(widget, LEAKY)
    const email = widget.getByRole('listitem').filter({ hasText: 'ana@example.com' })
    expect(await email.innerText()).toMatch(/Fuga: no está en la lista y parece un correo/)
  })

  test('reads another example chosen with the arrows', async () => {
    const { page, widget } = await open()
    await widget.getByLabel('Elige un token').focus()
    await page.keyboard.press('ArrowUp')
    await hear(widget, 'Se leen 5 datos y ninguno es una fuga.')
    for (const _ of [1, 2]) await page.keyboard.press('ArrowDown')
    await hear(widget, 'Se leen 6 datos y 1 es una fuga: nota.')
    expect(await widget.getByText('en base64: «clave-ana»').count()).toBe(1)
  })

  test('reads a token that is pasted, and says what is wrong with one that is not', async () => {
    const { widget } = await open()
    const field = widget.getByLabel('Texto del token')
    await field.fill(`a.${toBase64url('{"telefono":600000000}')}.c`)
    await hear(widget, 'Se lee 1 dato y 1 es una fuga: telefono.')
    expect(await widget.getByRole('combobox').inputValue()).toBe('')
    await field.fill('hola')
    await hear(widget, 'y esto no')
  })

  test('changes with HTTPS who may hold the token, and not what is read', async () => {
    const { widget } = await open()
    expect(await widget.getByRole('switch').count()).toBe(0)
    await predict(widget, 'Todas')
    await hear(widget, 'Predijiste «Todas», y es «Ninguna»')
    await hear(widget, 'Sin HTTPS pueden tenerlo 5 de 5.')
    await widget.getByRole('switch', { name: 'Con HTTPS' }).press('Space')
    await hear(widget, 'Con HTTPS pueden tenerlo 3 de 5. Quien lo tiene lee lo mismo: 8 datos y 3 son fugas.')
    await hear(widget, LEAKY)
    expect(await widget.getByText('ya no puede').count()).toBe(2)
  })

  test('hashes a password twice in both ways, and tells how long it took', async () => {
    const { widget } = await open()
    expect(await hashPassword(widget)).toMatch(
      /\(\d+ ms\), este navegador prueba [\d\s]+ con SHA-256 \([\d,]+ µs/,
    )
    const texts = await widget.locator('.hashes .token').allInnerTexts()
    const hashes = texts.map((text) => /hash\s+(\w{64})/.exec(text)?.[1])
    expect(new Set(hashes).size).toBe(3)
    expect(hashes[2]).toBe(hashes[3])
    expect(texts[0]).toMatch(/\d ms\s+sal\s+\w{32}/)
  })

  test('forgets the hashes as soon as the password changes', async () => {
    const { widget } = await open()
    await hashPassword(widget)
    await widget.getByLabel('Contraseña inventada').press('x')
    await expect.poll(() => widget.locator('.hashes .token').count()).toBe(0)
  })

  test('sends and stores nothing of what is typed', async () => {
    const { page, widget } = await open()
    await page.waitForLoadState('networkidle')
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await hashPassword(widget)
    expect(requests).toEqual([])
    const stored =
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])'
    expect(await page.evaluate(stored)).not.toContain('clave-ana')
    const field = widget.getByLabel('Contraseña inventada')
    expect(await field.getAttribute('type')).toBe('password')
    expect(await field.getAttribute('autocomplete')).toBe('off')
  })

  test.each(LOOKS)(
    'fits and puts up no barrier when used at $viewport.width px, $colorScheme',
    async (look) => {
      const { page, widget } = await open(look)
      const before = await findBarriers(page)
      await predict(widget, 'Ninguna')
      await hashPassword(widget)
      expect(await findBarriers(page)).toEqual(before)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    },
  )

  test('starts again after leaving the page and coming back', async () => {
    const { page, widget } = await open()
    await widget.getByLabel('Texto del token').fill('hola')
    await leaveAndComeBack(page)
    await widget.scrollIntoViewIfNeeded()
    await hear(widget, LEAKY)
  })
})
