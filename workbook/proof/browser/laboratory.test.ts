import { describe, expect, test } from 'vitest'
import { draftKey, newDraft } from '../../../docs/.vitepress/lab/drafts.ts'
import { lessonsOf } from '../../curriculum/lesson.ts'
import { findBarriers } from './axe.ts'
import {
  chooseInMenu,
  keptText,
  LESSONS,
  openIn,
  openLaboratory,
  paste,
  showView,
  solutionOf,
} from './laboratory-page.ts'
import { openPage, overflowOf, PHONE } from './reader.ts'

const [FIRST, , EXPIRATION] = LESSONS as [(typeof LESSONS)[0], unknown, (typeof LESSONS)[0]]
const PATH = `/lecciones/${EXPIRATION.slug}`
const SOLUTION = solutionOf(EXPIRATION)
// What breaks the second task, and the sentence of its test.
const MISTAKE = SOLUTION.replace('expiresIn: segundos', 'expiresIn: segundos * 1000')
const SENTENCE = 'expiresIn va en segundos: devuelve los que recibes, sin convertirlos'
const SOLVED = 'Lección superada'

describe('the laboratory', () => {
  test('is not loaded until the reader opens it', async () => {
    const page = await openPage('about:blank')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(PATH)
    await page.getByRole('button', { name: 'Resuélvelo aquí' }).first().waitFor()
    expect(asked.filter((url) => /Workbench|laboratorio/.test(url))).toEqual([])
    await openIn(page)
    expect(asked.filter((url) => /\/laboratorio\.[^/]+\.js$/.test(url))).not.toEqual([])
  })

  test.each(LESSONS)('solves lesson $number', { timeout: 60_000 }, async (lesson) => {
    const laboratory = await openLaboratory(`/lecciones/${lesson.slug}`)
    await expect.poll(() => laboratory.said.textContent()).toContain('Aún falta el TODO 1')
    await paste(laboratory, solutionOf(lesson))
    await laboratory.page.keyboard.press('ControlOrMeta+S')
    await expect.poll(() => laboratory.said.textContent(), { timeout: 20_000 }).toContain(SOLVED)
    expect(await keptText(laboratory.page, lesson)).toBe(solutionOf(lesson))
  })

  test('takes what is typed key by key', { timeout: 60_000 }, async () => {
    const laboratory = await openLaboratory(PATH)
    const { bench, page, said } = laboratory
    await paste(laboratory, SOLUTION.replace(' return UNA_HORA', ''))
    await bench.locator('.cm-line', { hasText: 'if (texto === undefined)' }).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' return UNA_HORA')
    await page.keyboard.press('ControlOrMeta+S')
    await expect.poll(() => said.textContent(), { timeout: 20_000 }).toContain(SOLVED)
    expect(await keptText(page, EXPIRATION)).toBe(SOLUTION)
  })

  test.each([
    ['/resumen', 'Has terminado el cuaderno', lessonsOf('book', LESSONS)],
    ['/ampliacion', 'Has terminado la ampliación', LESSONS],
  ])('runs all modules of the reader together in %s', { timeout: 90_000 }, async (path, praise, lessons) => {
    const page = await openPage(path)
    const drafts = lessons.map((lesson) => [
      draftKey(lesson.slug),
      JSON.stringify(newDraft(solutionOf(lesson))),
    ])
    await page.evaluate((drafts) => {
      for (const [key, draft] of drafts) localStorage.setItem(key!, draft!)
    }, drafts)
    const { bench, said } = await openIn(page)
    const all = `${lessons.length} de ${lessons.length} lecciones superadas`
    await expect.poll(() => said.textContent(), { timeout: 60_000 }).toContain(all)
    expect(
      await bench.getByText('Todos tus módulos funcionan juntos', { exact: false }).count(),
    ).toBeGreaterThan(0)
    expect(await said.textContent()).toContain(praise)
    expect(await bench.getByText('Aquí la red es simulada').count()).toBe(1)
  })

  test('tells on a pause what fails, in the words of the terminal, and marks and reaches the line', async () => {
    const laboratory = await openLaboratory(PATH)
    const { bench, page, said } = laboratory
    await paste(laboratory, MISTAKE)
    await expect.poll(() => said.textContent(), { timeout: 10_000 }).toContain(SENTENCE)
    const marked = bench.locator('.cm-lintRange-error')
    expect((await marked.textContent())?.trim()).toMatch(/./)
    await bench.getByRole('button', { name: /^Ve a expiracion\.ts:\d+$/ }).press('Enter')
    expect(await bench.getByRole('textbox').evaluate((element) => element === document.activeElement)).toBe(
      true,
    )
    expect(await findBarriers(page)).toEqual([])
  })

  test('lets the keyboard out of the editor with Esc and Tab, and says so', async () => {
    const { page, editor, bench } = await openLaboratory(PATH)
    await editor.focus()
    const before = await editor.textContent()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(
      await bench.getByRole('button', { name: 'Comprueba' }).evaluate((it) => it === document.activeElement),
    ).toBe(true)
    expect(await editor.textContent()).toBe(before)
    const described = await editor.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('pulsa Esc y después Tab')
  })

  test.each(['light', 'dark'] as const)('has no barrier and fits a phone, %s', async (colorScheme) => {
    const laboratory = await openLaboratory(PATH, { colorScheme, viewport: PHONE })
    const { page, bench, said } = laboratory
    await paste(laboratory, MISTAKE)
    await expect.poll(() => said.textContent(), { timeout: 10_000 }).toContain(SENTENCE)
    await bench.getByRole('button', { name: 'Pista' }).press('Enter')
    await chooseInMenu(laboratory, 'Compara')
    await bench.getByRole('button', { name: 'Muestra la solución de todas formas' }).press('Enter')
    await bench.getByText('+ la solución').waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })

  test('has no barrier beside a file that is given', async () => {
    const { page, bench } = await openLaboratory(PATH, { colorScheme: 'dark' })
    await bench.getByRole('tab', { name: 'expiracion.ts', exact: true }).press('ArrowRight')
    await bench.getByRole('textbox', { name: 'app.ts, solo lectura' }).focus()
    const before = await bench.getByRole('textbox').textContent()
    await page.keyboard.type('x')
    expect(await bench.getByRole('textbox').textContent()).toBe(before)
    expect(before).toContain('crearApp')
    expect(await findBarriers(page)).toEqual([])
  })

  test('keeps the text of the reader for the next visit, also if the page is left at once', async () => {
    const laboratory = await openLaboratory(PATH)
    await paste(laboratory, MISTAKE)
    await laboratory.page.reload()
    const again = await openIn(laboratory.page)
    await expect.poll(() => again.said.textContent(), { timeout: 10_000 }).toContain(SENTENCE)
  })

  test('resets the file and takes it back', async () => {
    const laboratory = await openLaboratory(PATH)
    const { bench, said, page } = laboratory
    await paste(laboratory, SOLUTION)
    await expect.poll(() => said.textContent(), { timeout: 10_000 }).toContain(SOLVED)
    await bench.getByRole('button', { name: 'Reinicia' }).press('Enter')
    await expect.poll(() => said.textContent(), { timeout: 10_000 }).toContain('Aún falta el TODO 1')
    await chooseInMenu(laboratory, 'Deshaz')
    await expect.poll(() => said.textContent(), { timeout: 10_000 }).toContain(SOLVED)
    expect(await keptText(page, EXPIRATION)).toBe(SOLUTION)
  })

  test('opens one hint more only after another attempt', async () => {
    const laboratory = await openLaboratory(PATH)
    const { bench, said } = laboratory
    const [first, second] = EXPIRATION.manifest.tareas[0]?.pistas ?? []
    const ask = () => bench.getByRole('button', { name: 'Pista' }).press('Enter')
    await ask()
    await bench
      .getByText(first ?? '')
      .last()
      .waitFor()
    await ask()
    await bench.getByText('La siguiente se abre después de otro intento').last().waitFor()
    expect(await bench.getByText(second ?? '').count()).toBe(0)
    await paste(laboratory, `${SOLUTION.replace('return UNA_HORA', 'return 1')}\n`)
    await expect.poll(() => said.textContent(), { timeout: 10_000 }).toContain('Si texto es undefined')
    await ask()
    await bench
      .getByText(second ?? '')
      .last()
      .waitFor()
  })

  test('takes a file as the terminal has it, and only a text', async () => {
    const { bench, said, page } = await openLaboratory(PATH)
    const name = EXPIRATION.manifest.archivo
    const chooser = bench.locator('input[type=file]')
    await chooser.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(SOLUTION) })
    await expect.poll(() => said.textContent(), { timeout: 10_000 }).toContain(SOLVED)
    await chooser.setInputFiles({
      name: 'foto.png',
      mimeType: 'image/png',
      buffer: Buffer.from([0x89, 0xff, 0]),
    })
    await bench.getByText('Ese archivo no se puede abrir').waitFor()
    expect(await keptText(page, EXPIRATION)).toBe(SOLUTION)
  })

  test('stops a loop that does not end, says so and goes on', async () => {
    const laboratory = await openLaboratory(PATH)
    await paste(laboratory, SOLUTION.replace('return UNA_HORA', 'for (;;) {}'))
    await expect
      .poll(() => laboratory.said.textContent(), { timeout: 15_000 })
      .toContain('un bucle que no termina')
    await paste(laboratory, SOLUTION)
    await expect.poll(() => laboratory.said.textContent(), { timeout: 15_000 }).toContain(SOLVED)
  })
})

describe('two tabs of a lesson', () => {
  test('do not fight over the text: the reader chooses', async () => {
    const here = await openLaboratory(PATH)
    const page = await here.page.context().newPage()
    await page.goto(PATH)
    const there = await openIn(page)
    await paste(here, MISTAKE)
    const notice = there.bench.getByText('Esta lección se ha editado en otra pestaña')
    await notice.waitFor()
    await paste(there, SOLUTION)
    await expect.poll(() => there.said.textContent(), { timeout: 10_000 }).toContain(SOLVED)
    expect(await keptText(page, EXPIRATION)).toBe(MISTAKE)
    await there.bench.getByRole('button', { name: 'Sigue con lo de aquí' }).press('Enter')
    await notice.waitFor({ state: 'detached' })
    expect(await keptText(page, EXPIRATION)).toBe(SOLUTION)
    await here.page.bringToFront()
    await here.bench.getByRole('button', { name: 'Carga lo de la otra pestaña' }).press('Enter')
    await expect.poll(() => here.said.textContent(), { timeout: 10_000 }).toContain(SOLVED)
  })

  test('of two lessons have nothing to say to each other', async () => {
    const here = await openLaboratory(PATH)
    const page = await here.page.context().newPage()
    await page.goto(`/lecciones/${FIRST.slug}`)
    const there = await openIn(page)
    await paste(here, SOLUTION)
    await expect.poll(() => here.said.textContent(), { timeout: 10_000 }).toContain(SOLVED)
    expect(await there.bench.getByText('otra pestaña').count()).toBe(0)
  })
})

describe('a run', () => {
  test('shows in a tab of its own what the code printed, with its test', { timeout: 60_000 }, async () => {
    const laboratory = await openLaboratory(PATH)
    const { bench, page } = laboratory
    await showView(laboratory, 'Consola')
    await bench.getByText('Tu código no imprimió nada').waitFor()
    await showView(laboratory, 'Resultado')
    await paste(
      laboratory,
      `${SOLUTION.replace('return { expires', "console.log('segundos', segundos)\n  $&")}\nconsole.log('al cargar')\n`,
    )
    await bench.getByRole('tab', { name: /^Consola · \d+$/ }).waitFor({ timeout: 20_000 })
    expect(await bench.getByText('al cargar', { exact: true }).count()).toBe(0)
    await showView(laboratory, 'Consola')
    await bench.locator('.impreso pre', { hasText: /^al cargar$/ }).waitFor()
    const printed = await bench.locator('.impreso pre').allTextContents()
    // What no test printed comes last, as in the terminal.
    expect(printed.at(-1)?.trim()).toBe('al cargar')
    const inTests = printed.slice(0, -1)
    expect(inTests).not.toEqual([])
    for (const text of inTests) expect(text).toMatch(/^(?:segundos \d+\n?)+$/)
    expect(await findBarriers(page)).toEqual([])
    await page.setViewportSize(PHONE)
    expect(await overflowOf(page)).toBe(0)
  })

  test('checks with Ctrl+S wherever the reader is', async () => {
    const laboratory = await openLaboratory(PATH)
    const { bench, page, said } = laboratory
    await paste(laboratory, SOLUTION)
    await bench.getByRole('button', { name: 'Pista' }).focus()
    await page.keyboard.press('ControlOrMeta+S')
    await expect.poll(() => said.textContent(), { timeout: 20_000 }).toContain(SOLVED)
  })

  test('does not run at once a text that took the page with it', async () => {
    const page = await openPage(PATH)
    const key = `cuaderno-jwt:laboratorio:en-marcha:${EXPIRATION.slug}`
    await page.evaluate((key) => localStorage.setItem(key, 'una pestaña que ya no está'), key)
    const bench = page.locator('.laboratorio')
    await page.getByRole('button', { name: 'Resuélvelo aquí' }).first().press('Enter')
    await bench.getByRole('alert').filter({ hasText: 'puede que llene la memoria' }).waitFor()
    expect(await bench.getByText('Todavía no se ha comprobado nada').count()).toBe(1)
    expect(await bench.getByRole('button', { name: 'Reinicia el archivo' }).count()).toBe(1)
    expect(await findBarriers(page)).toEqual([])
    await bench.getByRole('button', { name: 'Comprueba de todas formas' }).press('Enter')
    await bench.locator('.resultado').getByText('Aún falta el TODO 1').first().waitFor({ timeout: 20_000 })
    expect(await bench.getByRole('alert').count()).toBe(0)
    await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), key)).toBeNull()
  })
})
