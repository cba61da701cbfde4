import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { build } from 'vite'
import { ROOT } from '../../curriculum/paths.ts'
import { laboratory } from '../../lab/build/plugin.ts'

/** A page that has nothing but the laboratory, served until it is closed. */
export interface BarePage {
  address: string
  close(): void
}

/** Builds that page as VitePress would build the site, with the same plugin, and serves it. */
export async function serveBarePage(): Promise<BarePage> {
  const folder = mkdtempSync(join(tmpdir(), 'cuaderno-laboratorio-'))
  await build({
    configFile: false,
    root: join(ROOT, 'workbook', 'proof', 'parity'),
    logLevel: 'warn',
    plugins: [laboratory()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: join(ROOT, 'workbook', 'proof', 'parity', 'page.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  })
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>Laboratorio</title><script type="module" src="/page.js"></script>',
  )
  const server = express().use(express.static(folder)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true })
    },
  }
}
