import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { makeFolder, removeFolder } from '../support/temp-folder.ts'
import { findBrowser } from './launch.ts'

// A Linux with one font for text and one of emoji, which has digits and a space too: where a page names it, or
// names what the machine has no font for, they are its.
const DEJAVU = '/usr/share/fonts/truetype/dejavu'
const EMOJI = process.env.FUENTE_EMOJI ?? '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'
const PAGES = ['/', '/lecciones/05-revocar-tokens', '/referencia']

interface DomNode {
  nodeId: number
  nodeType: number
  parentId?: number
  nodeValue: string
}

const TEXT = 3

/** The fonts that draw the text of a page, by their names. */
async function fontsOf(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { nodes } = (await devtools.send('DOM.getFlattenedDocument', { depth: -1 })) as { nodes: DomNode[] }
  const parents = nodes.filter(({ nodeType, nodeValue }) => nodeType === TEXT && nodeValue.trim())
  const ids = new Set(parents.flatMap(({ parentId }) => parentId ?? []))
  const names = await Promise.all([...ids].map((nodeId) => fontsOfNode(devtools, nodeId)))
  await devtools.detach()
  return [...new Set(names.flat())].sort()
}

async function fontsOfNode(devtools: CDPSession, nodeId: number): Promise<string[]> {
  // What the page has replaced meanwhile draws nothing any more.
  const answer = await devtools.send('CSS.getPlatformFontsForNode', { nodeId }).catch(() => undefined)
  return answer?.fonts.map(({ familyName }) => familyName) ?? []
}

// Without them there is nothing to see, and in CI that is a fault: the first test says so.
const POSSIBLE = process.env.CI || (inject('browser') && existsSync(EMOJI) && existsSync(DEJAVU))
const WHERE = 'where a machine has DejaVu and Noto Color Emoji only (skipped where it has not got them)'

describe.runIf(POSSIBLE)(WHERE, { timeout: 120_000 }, () => {
  const folder = makeFolder()
  let browser: Browser

  beforeAll(async () => {
    const fonts = join(folder, 'fonts')
    mkdirSync(fonts)
    symlinkSync(DEJAVU, join(fonts, 'dejavu'))
    symlinkSync(EMOJI, join(fonts, 'NotoColorEmoji.ttf'))
    const config = join(folder, 'fonts.conf')
    writeFileSync(
      config,
      `<fontconfig><dir>${fonts}</dir><cachedir>${folder}/cache</cachedir><include ignore_missing="yes">/etc/fonts/conf.d</include></fontconfig>`,
    )
    browser = await chromium.launch({
      ...(await findBrowser()),
      env: { ...process.env, FONTCONFIG_FILE: config },
    })
  })
  afterAll(async () => {
    await browser?.close()
    removeFolder(folder)
  })

  test('digits of a page that names it are emoji: the fault can be seen', async () => {
    const page = await browser.newPage()
    await page.setContent('<p style="font-family: \'Noto Color Emoji\', sans-serif">1 2 3</p>')
    expect(await fontsOf(page)).toContain('Noto Color Emoji')
  })

  test.each(PAGES.flatMap((path) => [[path, 'with'] as const, [path, 'without'] as const]))(
    'no text and no code of %s is drawn with it, %s our own fonts',
    async (path, ours) => {
      const page = await browser.newPage({ baseURL: inject('site'), serviceWorkers: 'block' })
      if (ours === 'without') await page.route('**/*.woff2', (route) => route.abort())
      await page.goto(path, { waitUntil: 'networkidle' })
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
      const fonts = await fontsOf(page)
      expect(fonts).not.toContain('Noto Color Emoji')
      expect(fonts.some((name) => name.startsWith('Figtree'))).toBe(ours === 'with')
      await page.close()
    },
  )
})
