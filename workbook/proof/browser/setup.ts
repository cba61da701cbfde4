import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { ROOT } from '../../curriculum/paths.ts'
import { serveFolder } from '../site/serve-folder.ts'
import { launchEngine } from './engine.ts'

const run = promisify(execFile)

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served, without a final slash. */
    site: string
    /** Where the tests reach the one browser that they share; nowhere, if the machine has none. */
    browser: string | undefined
    /** Whether the tests of a project (vitest.config.ts) run in Firefox, and not in Chromium. */
    inFirefox: boolean
    /** Whether each page is seen in one of its four looks, by turns, as `npm test` does. */
    inOneLook: boolean
  }
}

/**
 * Serves the site and starts the browser of a project, once for all its tests. The site is built, unless
 * `SITIO_CONSTRUIDO` says in which folder it already is.
 */
export default async function setup({ config, provide }: TestProject): Promise<() => Promise<void>> {
  const browser = await launchEngine(config.provide.inFirefox)
  provide('browser', browser?.wsEndpoint())
  if (!browser) return async () => {}
  const built = process.env.SITIO_CONSTRUIDO
  const folder = built ?? mkdtempSync(join(tmpdir(), 'cuaderno-navegador-'))
  if (!built) await run(process.execPath, ['workbook/main.mjs', 'docs', 'build', folder], { cwd: ROOT })
  const server = await serveFolder(folder)
  provide('site', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
    if (!built) rmSync(folder, { recursive: true })
  }
}
