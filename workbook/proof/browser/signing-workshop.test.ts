import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { hear, type openPage, openWidget, overflowOf, PHONE } from './reader.ts'

const PATH = '/lecciones/01-generar-el-token'

let page: Page
let widget: Locator

beforeEach(async () => {
  await open()
})

async function open(options?: Parameters<typeof openPage>[1]) {
  const opened = await openWidget(PATH, 'signing-workshop', options)
  page = opened.page
  widget = opened.widget
}

const payload = () => widget.getByLabel('Payload, decodificado')
const signature = () => widget.getByLabel('Firma', { exact: true })
const secret = () => widget.getByLabel('Secreto de muestra')
const press = (name: string) => widget.getByRole('button', { name }).press('Enter')

/** Writes one character in place of the first one, with the keyboard. */
async function replaceFirst(field: Locator, character: string) {
  await field.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await page.keyboard.type(character)
}

describe('the signing workshop', () => {
  test('shows what a space does to the signature only to whoever predicts it', async () => {
    const show = widget.getByRole('button', { name: 'Comprobar mi predicción' })
    expect(await show.isDisabled()).toBe(true)
    expect(await widget.getByText('Cambiaron').count()).toBe(0)
    await widget.getByRole('radio', { name: 'Uno' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await hear(widget, /y es «Casi todos o todos».*Cambiaron \d\d de 43 caracteres/s)
    expect(await widget.locator('dl').count()).toBe(1)
  })

  test('begins with a valid signature', async () => {
    await hear(widget, /^Firma válida/)
  })

  test('tells the attacker who edits the payload from the server that signs it', async () => {
    await payload().fill('{"sub":"2"}')
    await hear(widget, /^Firma inválida.* \d\d de 43 caracteres/)
    await press('Firmar de nuevo con el secreto')
    await hear(widget, /^Firma válida. Al firmar de nuevo cambiaron \d\d de 43 caracteres/)
  })

  test('notices one letter of the signature', async () => {
    const first = (await signature().inputValue())[0]
    await replaceFirst(signature(), first === 'A' ? 'B' : 'A')
    await hear(widget, /^Firma inválida.* 1 de 43 caracteres/)
    expect(await widget.locator('mark').allTextContents()).toEqual([first === 'A' ? 'B' : 'A', first])
  })

  test('takes an intact token for invalid with another secret', async () => {
    await replaceFirst(secret(), 'x')
    await hear(widget, /^Firma inválida/)
  })

  test('reads the token without the secret, and gives the secret back', async () => {
    await payload().fill('{"sub":"2"}')
    await press('Leer sin el secreto')
    await hear(widget, /^Sin el secreto no se sabe.*HS256.*\{"sub":"2"\}/)
    expect(await secret().inputValue()).toBe('')
    expect(await widget.getByRole('button', { name: 'Firmar de nuevo' }).isDisabled()).toBe(true)
    await press('Devolver el secreto')
    await hear(widget, /^Firma inválida/)
  })

  test('starts again', async () => {
    await payload().fill('nada')
    await hear(widget, /no es un objeto JSON/)
    await press('Volver a empezar')
    await hear(widget, /^Firma válida: /)
    expect(await payload().inputValue()).toBe('{"sub":"1"}')
  })

  test('tells the last of many edits', async () => {
    await payload().focus()
    await page.keyboard.press('End')
    await page.keyboard.type('   ')
    await hear(widget, /^Firma inválida/)
    for (let times = 0; times < 3; times++) await page.keyboard.press('Backspace')
    await hear(widget, /^Firma válida: /)
  })
})

describe('in use', () => {
  /** Everything that the widget can show at once. */
  async function useIt() {
    await widget.getByRole('radio', { name: 'Uno' }).press('Space')
    await press('Comprobar mi predicción')
    await payload().fill('{"sub":"2"}')
    await hear(widget, /^Firma inválida/)
  }

  test.each(['light', 'dark'] as const)('has no barrier, %s', async (colorScheme) => {
    await open({ colorScheme })
    await useIt()
    expect(await findBarriers(page)).toEqual([])
  })

  test('is not wider than a phone', async () => {
    await open({ viewport: PHONE })
    await useIt()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })
})
