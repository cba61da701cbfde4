import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSite } from '../site/build.ts'
import { none, type Outcome, outcome } from './outcome.ts'

const ID = /\sid="([^"]+)"/g
const ANCHOR_LINK = /href="(\/[^"#]*)?#([^"]+)"/g

/** The site builds, with no dead link to a page, and every link to an anchor finds it. */
export async function checkSite(): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuaderno-sitio-'))
  try {
    await buildSite(folder)
    return [outcome('el sitio se construye sin enlaces muertos', undefined), anchors(folder)]
  } catch (error) {
    return [outcome('el sitio se construye sin enlaces muertos', (error as Error).message)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function anchors(folder: string): Outcome {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  )
  const html = new Map(pages.map((name) => [urlOf(name), readFileSync(join(folder, name), 'utf8')]))
  const ids = new Map([...html].map(([url, text]) => [url, [...text.matchAll(ID)].map(([, id]) => id)]))
  const broken = [...html].flatMap(([url, text]) =>
    [...text.matchAll(ANCHOR_LINK)]
      .filter(([, page = url, id]) => !ids.get(page)?.includes(decodeURIComponent(id ?? '')))
      .map(([, page = '', id]) => `${url} → ${page}#${id}`),
  )
  return none('cada enlace a una sección la encuentra', [...new Set(broken)])
}

function urlOf(name: string): string {
  return `/${name.replaceAll('\\', '/').replace(/(?:index)?\.html$/, '')}`
}
