import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, NO_BROWSER } from '../browser/launch.ts'
import { buildSite } from '../site/build.ts'
import { none, type Outcome, outcome } from './outcome.ts'
import { runTests } from './run-tests.ts'
import { notInSpanish, spokenTexts } from './spoken.ts'

const ID = /\sid="([^"]+)"/g
const ANCHOR_LINK = /href="(\/[^"#]*)?#([^"]+)"/g

/** The site builds, its links lead somewhere and its pages do well in a real browser. */
export async function checkSite(): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuaderno-sitio-'))
  try {
    const links = await checkLinks(folder)
    return links.some(({ problem }) => problem) ? links : [...links, ...(await checkPages(folder))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The site builds into that folder, with no dead link to a page, and every link to an anchor finds it. */
export async function checkLinks(folder: string): Promise<Outcome[]> {
  const title = 'el sitio se construye sin enlaces muertos'
  try {
    await buildSite(folder)
  } catch (error) {
    return [outcome(title, (error as Error).message)]
  }
  return [outcome(title, undefined), anchors(folder), spoken(folder)]
}

/** Every page of the built site in a browser. Without one it says so and goes on; in CI there has to be one. */
async function checkPages(folder: string): Promise<Outcome[]> {
  const title = 'el sitio en un navegador'
  if (await findBrowser()) {
    // `browser/setup.ts` builds one of its own if it is not told.
    process.env.SITIO_CONSTRUIDO = folder
    return runTests('paginas')
  }
  return [process.env.CI ? outcome(title, NO_BROWSER) : { title, leftOut: NO_BROWSER }]
}

function anchors(folder: string): Outcome {
  const html = builtPages(folder)
  const ids = new Map([...html].map(([url, text]) => [url, [...text.matchAll(ID)].map(([, id]) => id)]))
  const broken = [...html].flatMap(([url, text]) =>
    [...text.matchAll(ANCHOR_LINK)]
      .filter(([, page = url, id]) => !ids.get(page)?.includes(decodeURIComponent(id ?? '')))
      .map(([, page = '', id]) => `${url} → ${page}#${id}`),
  )
  return none('cada enlace a una sección la encuentra', [...new Set(broken)])
}

function spoken(folder: string): Outcome {
  const texts = [...builtPages(folder).values()].flatMap(spokenTexts)
  return none('lo que dice un lector de pantalla está en español', notInSpanish([...new Set(texts)]))
}

/** The HTML of each page by its address. */
function builtPages(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const pages = names.filter((name) => name.endsWith('.html'))
  return new Map(pages.map((name) => [urlOf(name), readFileSync(join(folder, name), 'utf8')]))
}

function urlOf(name: string): string {
  return `/${name.replaceAll('\\', '/').replace(/(?:index)?\.html$/, '')}`
}
