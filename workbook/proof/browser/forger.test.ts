import { describe, expect, test } from 'vitest'
import { toBase64url } from '../../../docs/.vitepress/widgets/common/jwt.ts'
import { findBarriers } from './axe.ts'
import { openWidget, overflowOf, PHONE } from './reader.ts'

const PAGE = '/lecciones/06-mas-datos-en-el-token'
const FORGED = '{"rol":"admin","sub":"1"}'
const QUESTION = /¿Encuentra el secreto sin hacer ninguna solicitud\?/

async function openForger() {
  const opened = await openWidget(PAGE, 'forger')
  await opened.widget.getByText('GET /admin → 403').waitFor()
  return opened
}

type Forger = Awaited<ReturnType<typeof openForger>>

/** Predicts the answer to the attack with the keyboard. */
async function predict({ page, widget }: Forger, answer: string) {
  await widget.getByRole('group', { name: QUESTION }).getByRole('radio', { name: answer }).press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
}

describe('the forger', () => {
  test('announces that the signature of another role does not fit', async () => {
    const { page, widget } = await openForger()
    const shown = () => widget.locator('.token').first().textContent()
    const said = widget.locator('p[aria-live]')
    const original = await shown()
    await widget.getByRole('textbox', { name: 'rol' }).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('admin')
    await expect.poll(() => said.textContent()).toContain('422 {"error":"Token inválido"}: la firma no')
    const [header, , signature] = original?.split('.') ?? []
    expect((await shown())?.split('.')).toEqual([header, toBase64url(FORGED), signature])
    await page.keyboard.press('Control+A')
    await page.keyboard.type('usuario')
    await expect.poll(() => said.textContent()).toContain('403 {"error":"Permiso insuficiente"}')
    expect(await shown()).toBe(original)
  })

  test.each(['secreto', 'admin123', 'MiProyecto2026'])('finds %s and becomes an admin', async (secret) => {
    const forger = await openForger()
    const { page, widget } = forger
    await widget.getByRole('radio', { name: secret, exact: true }).press('Space')
    await predict(forger, 'No')
    await widget.getByText('Predijiste «No», y es «Sí»').waitFor()
    const found = widget.getByText(`El secreto es «${secret}»`)
    await found.waitFor()
    expect(await found.textContent()).toMatch(/: \d+ de 50 palabras probadas en (\d+(,\d)?|menos de 1) ms\.$/)
    await widget.getByText('GET /admin → 200 {"id":"1","rol":"admin"}').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.setViewportSize(PHONE)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })

  test('finds nothing against 32 random bytes, and asks again for each secret', async () => {
    const forger = await openForger()
    const { widget } = forger
    await predict(forger, 'Sí')
    await widget.getByText('El secreto es «secreto»').waitFor()
    await widget.getByRole('radio', { name: '32 bytes al azar' }).press('Space')
    await widget.getByText('Generado ahora').waitFor()
    expect(await widget.getByText('El secreto es').count()).toBe(0)
    await predict(forger, 'No')
    await widget.getByText('Acertaste: No').waitFor()
    await widget.getByText(/Ninguna sirve: 50 de 50 palabras probadas en/).waitFor()
    expect(await widget.getByText('GET /admin → 200').count()).toBe(0)
  })

  test('attacks without a single request', async () => {
    const forger = await openForger()
    const asked: string[] = []
    forger.page.on('request', (request) => asked.push(request.url()))
    await predict(forger, 'Sí')
    await forger.widget.getByText('GET /admin → 200').waitFor()
    expect(asked).toEqual([])
  })
})
