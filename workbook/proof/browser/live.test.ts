import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { DrivenSession } from '../support/driven-session.ts'
import { ProjectCopy } from '../support/project-copy.ts'
import { findBarriers } from './axe.ts'
import { openPage, overflowOf, PHONE } from './reader.ts'

const SITE = /http:\/\/localhost:\d+(?=\/lecciones\/01-generar-el-token)/
const LESSON = '/lecciones/01-generar-el-token'
const NOT_DONE = 'Aún falta el TODO 1'

/** Where a page tells of a session, if one serves it. */
function live(page: Page): Locator {
  return page.locator('.en-vivo')
}

describe('a page of the built site', () => {
  test('knows of no session and looks for none', async () => {
    const page = await openPage('about:blank')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(LESSON, { waitUntil: 'networkidle' })
    expect(await live(page).count()).toBe(0)
    expect(asked.filter((url) => url.includes('sesion'))).toEqual([])
  })
})

// One session from its start to its end: the tests go in this order.
describe('a page of the site that a session serves', { timeout: 90_000 }, () => {
  let copy: ProjectCopy
  let session: DrivenSession
  let site: string

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    session = new DrivenSession(copy, ['start'])
    site = await session.match(SITE)
    await session.says(NOT_DONE)
    // Vite prepares its packages when it is first visited, and reloads the page.
    const page = await openPage(site + LESSON)
    await live(page).getByText(NOT_DONE).waitFor({ timeout: 60_000 })
  }, 120_000)
  afterAll(async () => {
    await session.close()
    await copy.remove()
  })

  const shows = async (page: Page, ...texts: string[]) => {
    for (const text of texts) await live(page).getByText(text).first().waitFor()
  }

  test('shows the tasks, how many tests are green and what fails first, as the terminal does', async () => {
    const page = await openPage(site + LESSON)
    await shows(page, '1. Rechazar un secreto que falta o es corto', '0 de', NOT_DONE)
    expect(await live(page).getByRole('listitem').count()).toBe(3)
  })

  test.each(['light', 'dark'] as const)('has no barrier, %s', async (colorScheme) => {
    const page = await openPage(site + LESSON, { colorScheme })
    await shows(page, NOT_DONE)
    expect(await findBarriers(page)).toEqual([])
  })

  test('is no wider than a phone', async () => {
    const page = await openPage(site + LESSON, { viewport: PHONE })
    await shows(page, NOT_DONE)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })

  test('turns green when the solution is saved, in an element that was announced as live before', async () => {
    const page = await openPage(site + LESSON)
    await shows(page, NOT_DONE)
    const region = await live(page).elementHandle()
    session.save(copy.exercise(1), copy.solution(1))
    await session.says('Lección superada')
    await shows(page, 'Lección superada')
    expect(await live(page).innerText()).not.toContain('✗')
    expect(await region?.getAttribute('aria-live')).toBe('polite')
    expect(await region?.innerText()).toContain('Lección superada')
  })

  test('turns red when it is broken, with the sentence of the terminal', async () => {
    const page = await openPage(site + LESSON)
    await shows(page, 'Lección superada')
    session.save(copy.exercise(1), copy.solution(1).replace('return', 'retur'))
    await session.says('error de sintaxis')
    await shows(page, 'Las pruebas no han podido empezar', 'token.ts tiene un error de sintaxis')
    expect(await live(page).innerText()).not.toContain('Lección superada')
  })

  test('tells which lesson the session is in, if it is another one, and leads to it', async () => {
    const page = await openPage(`${site}/lecciones/03-expiracion`)
    const link = live(page).getByRole('link', { name: 'Lección 1 · ' })
    await link.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(site + LESSON)
    await shows(page, 'Las pruebas no han podido empezar')
  })

  test('follows the session to the next lesson', async () => {
    const page = await openPage(site + LESSON)
    await shows(page, 'Las pruebas no han podido empezar')
    session.press('n')
    await live(page).getByRole('link', { name: 'Lección 2 · ' }).waitFor()
  })

  test('tells a page of another site nothing', async () => {
    const page = await openPage(inject('site'), { bypassCSP: true })
    // Vite lets any port of this machine read what it serves: the session itself has to refuse.
    expect(await page.evaluate(`fetch('${site}/__sesion').then(({ status }) => status)`)).toBe(403)
  })

  test('goes back to having nothing to say when the session ends', async () => {
    const page = await openPage(site + LESSON)
    await shows(page, 'Lección 2 · ')
    expect(await session.close()).toEqual([])
    await live(page).getByRole('link').waitFor({ state: 'detached' })
    expect(await live(page).innerText()).toBe('')
    expect(await page.getByRole('heading', { name: 'Tu turno' }).isVisible()).toBe(true)
  })
})
