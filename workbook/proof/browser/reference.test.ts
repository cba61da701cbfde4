import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../curriculum/paths.ts'
import { openPage, PHONE } from './reader.ts'
import { PAGES } from './site-pages.ts'

/** How many pages a PDF has, by the objects that describe one. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** How light a colour is to the eye, from 0 to 255: the brand has a channel that is bright, and is dark. */
function lightnessOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe('the sheet of reference', () => {
  test('prints on one A4 page, and the extension on another', async () => {
    const page = await openPage('/referencia')
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    expect(pagesOf(pdf)).toBe(2)
  })

  test('prints all of it and nothing of the site around', async () => {
    const page = await openPage('/referencia')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(9)
    expect(await page.locator('.VPNav').isVisible()).toBe(false)
    expect(await page.locator('.VPSidebar').isVisible()).toBe(false)
    expect(await page.locator('.VPDocFooter').isVisible()).toBe(false)
  })

  test('prints dark text on white paper from the dark theme too', async () => {
    const page = await openPage('/referencia', { colorScheme: 'dark' })
    await page.locator('html.dark').waitFor()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.locator('html:not(.dark)').waitFor()
    const colours = await page.evaluate(
      `['.vp-doc td', '.vp-doc td code', '.vp-doc pre code span'].map((place) => getComputedStyle(document.querySelector(place)).color)`,
    )
    for (const colour of colours as string[]) expect(lightnessOf(colour)).toBeLessThan(80)
  })
})

interface DrawnText {
  text: string
  /** Height of its letters on the screen, in pixels. */
  size: number
  inside: boolean
}

/** The texts of every drawing of a page, as the screen shows them. */
const DRAWN_TEXTS = `[...document.querySelectorAll('.diagrama text')].map((node) => {
  const drawing = node.ownerSVGElement.getBoundingClientRect()
  const { left, right, top, bottom } = node.getBoundingClientRect()
  const scale = drawing.width / node.ownerSVGElement.viewBox.baseVal.width
  return {
    text: node.textContent,
    size: Number.parseFloat(getComputedStyle(node).fontSize) * scale,
    inside: left >= drawing.left && right <= drawing.right && top >= drawing.top && bottom <= drawing.bottom,
  }
})`

// Some lessons tell their idea in a sequence only.
const DRAWN = PAGES.filter(
  (path) =>
    path.startsWith('/lecciones/') &&
    readFileSync(join(ROOT, 'docs', `${path}.md`), 'utf8').includes('```diagrama'),
)

describe('a drawing', () => {
  test.each(DRAWN)('of %s is read whole on a phone, and told to who does not see it', async (path) => {
    const page = await openPage(path, { viewport: PHONE })
    const texts = await page.evaluate<DrawnText[]>(DRAWN_TEXTS)
    expect(texts.length).toBeGreaterThan(5)
    expect(texts.filter(({ size, inside }) => size < 11 || !inside)).toEqual([])
    const label = await page.locator('.diagrama').getByRole('img').getAttribute('aria-label')
    expect(label?.length).toBeGreaterThan(150)
  })
})
