// `npx tsx workbook/proof/site/share-image.ts` draws again what other sites show of a page, in the site's own fonts.
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { ROOT } from '../../curriculum/paths.ts'
import { findBrowser, NO_BROWSER } from '../browser/launch.ts'

const DRAWING = `${ROOT}docs/.vitepress/publishing/share-image.svg`
const IMAGE = `${ROOT}docs/public/compartir.png`
const SIZE = { width: 1200, height: 630 }
const FONTS = {
  'Figtree Variable': 'figtree.woff2',
  'Geist Mono Variable': 'geist-mono.woff2',
}

const options = await findBrowser()
if (!options) throw new Error(NO_BROWSER)
const browser = await chromium.launch(options)
const page = await browser.newPage({ viewport: SIZE })
const faces = Object.entries(FONTS).map(([family, file]) => {
  const font = readFileSync(`${ROOT}docs/.vitepress/theme/fonts/${file}`).toString('base64')
  return `@font-face { font-family: "${family}"; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) }`
})
await page.setContent(`<style>${faces.join('\n')} body { margin: 0 }</style>${readFileSync(DRAWING, 'utf8')}`)
await page.evaluate('document.fonts.ready')
await page.screenshot({ path: IMAGE })
await browser.close()
