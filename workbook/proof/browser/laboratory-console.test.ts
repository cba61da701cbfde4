import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import {
  LESSONS,
  type OpenLaboratory,
  openLaboratory,
  paste,
  showView,
  solutionOf,
} from './laboratory-page.ts'
import { overflowOf, PHONE } from './reader.ts'

async function openConsole(number: number, change = (text: string) => text) {
  const lesson = LESSONS[number - 1]!
  const laboratory = await openLaboratory(`/lecciones/${lesson.slug}`)
  await paste(laboratory, change(solutionOf(lesson)))
  await showView(laboratory, 'Solicitudes')
  return laboratory
}

const unfold = ({ bench }: OpenLaboratory) =>
  bench.getByText('Escribe la tuya, o cambia la última').press('Enter')

const ask = async ({ bench }: OpenLaboratory, name: string, answer: string) => {
  await bench.getByRole('button', { name, exact: true }).press('Enter')
  await expect
    .poll(() => bench.locator('.consola > div > .veredicto').textContent(), { timeout: 15_000 })
    .toContain(answer)
}

describe('the request console', () => {
  test('asks the app of the reader, which remembers what it was asked before', async () => {
    const laboratory = await openConsole(6)
    const { bench, page } = laboratory
    await ask(laboratory, 'GET /perfil con tu último token', 'Antes inicia sesión')
    await ask(laboratory, 'POST /login iniciar sesión como Ana', 'POST /login → 200')
    await bench.locator('.consola dd', { hasText: 'usuario' }).waitFor()
    await ask(laboratory, 'GET /perfil con tu último token', 'GET /perfil → 200')
    await bench.locator('.consola pre', { hasText: '"id": "1"' }).waitFor()
    await ask(laboratory, 'GET /admin con tu último token', 'GET /admin → 403')
    await ask(laboratory, 'GET /perfil con ese token alterado', 'GET /perfil → 422')
    await ask(laboratory, 'POST /logout con tu último token', 'POST /logout → 200')
    await ask(laboratory, 'GET /perfil con tu último token', 'GET /perfil → 401')
    expect(await findBarriers(page)).toEqual([])
    await page.setViewportSize(PHONE)
    expect(await overflowOf(page)).toBe(0)
  })

  test('sends what the reader writes', async () => {
    const laboratory = await openConsole(4)
    const { bench } = laboratory
    await unfold(laboratory)
    await bench.getByLabel('Método').selectOption('POST')
    await bench.getByLabel('Ruta', { exact: true }).fill('/no-existe')
    await bench.getByLabel('Encabezados, uno por línea').fill('esto no')
    await ask(laboratory, 'Envía', '«esto no» no es un encabezado')
    await bench.getByLabel('Encabezados, uno por línea').fill('X-Uno: 1')
    await ask(laboratory, 'Envía', 'POST /no-existe → 404')
  })

  test('reaches the app of lesson 8 with and without TLS', async () => {
    const laboratory = await openConsole(8)
    await ask(laboratory, 'POST /login iniciar sesión como Ana', 'POST /login → 200')
    await unfold(laboratory)
    await laboratory.bench.getByLabel('Por HTTPS (simulado)').uncheck()
    await ask(laboratory, 'Envía', '403')
  })

  test('says that the code does not start', async () => {
    const broken = await openConsole(2, (text) => `${text}\n}`)
    await ask(broken, 'GET /perfil sin token', 'tu aplicación no arranca')
  })

  test.each(['for (;;) {}', "for (let i = 0; ; i++) if (i % 5000 === 0) console.log('x')"])(
    'says that the code does not come back: %s',
    async (loop) => {
      const head = /return async function exigirToken\(.*\n/
      const endless = await openConsole(2, (text) => text.replace(head, (found) => `${found}    ${loop}\n`))
      await ask(endless, 'GET /perfil sin token', 'un bucle que no termina')
    },
  )

  test('answers all that it is asked at once, and tells of the last', async () => {
    const laboratory = await openConsole(2)
    const { bench } = laboratory
    await bench.getByRole('button', { name: 'POST /login iniciar sesión como Ana' }).press('Enter')
    await ask(laboratory, 'GET /perfil con tu último token', 'GET /perfil → 200')
    await bench.locator('.consola pre', { hasText: '"id": "1"' }).waitFor()
    expect(await bench.getByLabel('Ruta', { exact: true }).inputValue()).toBe('/perfil')
  })

  test.each(['Ana', 'root'])('alters the token of %s to one of another account', async (who) => {
    const laboratory = await openConsole(4)
    await ask(laboratory, `POST /login iniciar sesión como ${who}`, 'POST /login → 200')
    await ask(laboratory, 'GET /perfil con ese token alterado', 'GET /perfil → 422')
  })

  test('shows what the request printed, and the error and the line behind a 500', async () => {
    const head = /return async function exigirToken\(.*\n/
    const laboratory = await openConsole(2, (text) =>
      text.replace(head, "$&    console.log('entra', req.path)\n"),
    )
    const { bench, editor } = laboratory
    await ask(laboratory, 'GET /perfil sin token', 'GET /perfil → 401')
    await bench.locator('.consola pre', { hasText: /^entra \/perfil$/ }).waitFor()
    await paste(laboratory, solutionOf(LESSONS[1]!).replace(head, '$&    leerr(req)\n'))
    await ask(laboratory, 'GET /perfil sin token', 'GET /perfil → 500')
    await bench.getByText('Usas «leerr» sin declararlo', { exact: false }).last().waitFor()
    await bench
      .locator('.consola')
      .getByRole('button', { name: /^Ve a guardia\.ts:\d+$/ })
      .press('Enter')
    expect(await editor.evaluate((it) => it === document.activeElement)).toBe(true)
    expect(await findBarriers(laboratory.page)).toEqual([])
  })
})
