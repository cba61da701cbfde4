import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PAGES } from '../browser/site-pages.ts'
import { buildSite } from '../site/build.ts'
import { findLighthouse, reachesGoals, scorePage } from '../site/lighthouse.ts'
import { serveCompressed } from '../site/serve-folder.ts'
import { LIGHTHOUSE_TEXTS as TEXTS } from './lighthouse-texts.ts'

/** `npm run lighthouse [part of an address]`: for authors, scores the pages of the built site. */
export async function lighthouse([filter = '']: string[]): Promise<number> {
  const program = findLighthouse()
  if (!program) {
    console.error(TEXTS.missing)
    return 1
  }
  const folder = mkdtempSync(join(tmpdir(), 'cuaderno-lighthouse-'))
  try {
    await buildSite(folder)
    return await scorePages(program, await serveCompressed(folder), filter)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One page after another: two at once would slow each other down. */
async function scorePages(program: string, server: Server, filter: string): Promise<number> {
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let failed = 0
  console.log(TEXTS.header)
  try {
    for (const page of PAGES.filter((page) => page.includes(filter))) {
      const scores = await scorePage(program, page, site)
      if (!reachesGoals(scores)) failed++
      console.log(TEXTS.row(scores))
    }
  } finally {
    server.closeAllConnections()
    server.close()
  }
  console.log(TEXTS.summary(failed))
  return failed ? 1 : 0
}
