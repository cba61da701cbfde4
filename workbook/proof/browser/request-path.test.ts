import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { hear, type openPage, openWidget, overflowOf, PHONE } from './reader.ts'

const PATH = '/lecciones/02-proteger-rutas'

let page: Page
let widget: Locator

beforeEach(async () => {
  await open()
})

async function open(options?: Parameters<typeof openPage>[1]) {
  const opened = await openWidget(PATH, 'request-path', options)
  page = opened.page
  widget = opened.widget
  await predictButton().waitFor()
}

const predictButton = () => widget.getByRole('button', { name: 'Comprobar mi predicción' })
const currentLine = () => widget.locator('[aria-current="step"]').textContent()

async function choose(label: string) {
  await widget.getByLabel('Valor de Authorization').selectOption({ label })
  await predictButton().waitFor()
}

async function predict(option: string) {
  await widget.getByRole('radio', { name: option }).press('Space')
  await page.keyboard.press('Enter')
}

/** Goes forward to the last step, and tells the line that was executed in each. */
async function goThrough(): Promise<string[]> {
  const lines = [(await currentLine()) ?? '']
  const forward = widget.getByRole('button', { name: 'Paso siguiente' })
  while ((await forward.getAttribute('aria-disabled')) !== 'true') {
    await forward.press('Enter')
    lines.push((await currentLine()) ?? '')
  }
  return lines.map((line) => line.trim())
}

describe('the path of a request', () => {
  test('shows no step before a prediction', async () => {
    expect(await widget.getByRole('button', { name: 'Paso siguiente' }).count()).toBe(0)
    expect(await widget.locator('[aria-current]').count()).toBe(0)
    await predict('422')
    await hear(widget, /Predijiste «422.*y es «401/)
    await hear(widget, /Paso 1 de 6/)
  })

  test.each([
    ['Ninguno', '401', 'if (token === undefined) throw', /Express recibe el error y responde 401/],
    ['Basic, con correo y contraseña', '401', 'if (token === undefined) throw', /responde 401/],
    ['bearer en minúsculas, con el token de Ana', '200', 'next()', /responde 200 con {"id":"1"}/],
    ['El token de root', '200', 'next()', /responde 200 con {"id":"2"}/],
    ['El token de Ana, alterado para ser root', '422', 'throw error instanceof', /responde 422/],
    ['Un token de root firmado con otro secreto', '422', 'throw error instanceof', /responde 422/],
  ])('%s: ends with %s', async (label, status, lastLine, said) => {
    await choose(label)
    await predict(status)
    await hear(widget, new RegExp(`Acertaste: ${status}`))
    const lines = await goThrough()
    expect(lines.at(-2)).toContain(lastLine)
    expect(lines.at(-1)).toContain("app.get('/perfil', guardia")
    await hear(widget, said)
  })

  test('goes back, and what the request had not done yet is undone', async () => {
    await choose('El token de Ana')
    await predict('200')
    await goThrough()
    expect(await widget.locator('dl').innerText()).toMatch(/"claims":\{"sub":"1"\}.*200, \{"id":"1"\}/s)
    const back = widget.getByRole('button', { name: 'Paso anterior' })
    for (let times = 0; times < 12; times++) await back.press('Enter')
    await hear(widget, /Paso 1 de 10/)
    expect(await widget.locator('dl').innerText()).toMatch(/todavía no se ha leído.*\{\}.*ninguna todavía/s)
    expect(await back.evaluate('document.activeElement.textContent')).toBe('Paso anterior')
  })

  test('with the mistake, answers and goes on', async () => {
    await widget.getByRole('checkbox').press('Space')
    await widget.getByRole('group', { name: /Cuántas veces/ }).waitFor()
    await predict('Dos')
    await hear(widget, /Acertaste: Dos/)
    const lines = await goThrough()
    expect(lines).toContain("if (token === undefined) res.status(401).json({ error: 'Token faltante' })")
    expect(lines).toContain('return await verificar(token)')
    await hear(widget, /el 401 ya salió.*ERR_HTTP_HEADERS_SENT/)
    expect(await widget.locator('dl').innerText()).toMatch(/401, \{"error".*422/s)
  })

  test('asks again when something else is chosen', async () => {
    await predict('401')
    await hear(widget, /Acertaste/)
    await choose('El token de Ana')
    expect(await widget.getByRole('button', { name: 'Paso siguiente' }).count()).toBe(0)
  })
})

describe('in use', () => {
  test.each(['light', 'dark'] as const)('has no barrier, %s', async (colorScheme) => {
    await open({ colorScheme })
    await predict('422')
    await goThrough()
    expect(await findBarriers(page)).toEqual([])
  })

  test('keeps the executed line and the steps in sight on a phone', async () => {
    await open({ viewport: PHONE })
    await choose('El token de Ana')
    await predict('200')
    const forward = widget.getByRole('button', { name: 'Paso siguiente' })
    for (let step = 1; step < 7; step++) await forward.press('Enter')
    expect(await currentLine()).toBe('return await verificar(token)')
    const [line, button] = await Promise.all([
      widget.locator('[aria-current="step"]').boundingBox(),
      forward.boundingBox(),
    ])
    expect(line!.y).toBeGreaterThan(0)
    expect(line!.y + line!.height).toBeLessThan(button!.y)
    expect(button!.y + button!.height).toBeLessThan(PHONE.height)
  })

  test('is not wider than a phone', async () => {
    await open({ viewport: PHONE })
    await choose('El token de Ana')
    await predict('200')
    await goThrough()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })
})
