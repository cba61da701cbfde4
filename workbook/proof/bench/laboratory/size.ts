import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'

const EDITOR = /\/Workbench\./

/** Kilobytes with Brotli. */
export interface Size {
  editor: number
  rest: number
}

/** Follows what a page of the site in this folder loads from now on. Gives its size up to when it is called. */
export function watchSize(page: Page, folder: string): () => Size {
  const loaded = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/\.(?:js|css)$/.test(pathname)) loaded.add(pathname)
  })
  const sizeOf = (paths: string[]) =>
    paths.reduce((sum, path) => sum + brotliCompressSync(readFileSync(join(folder, path))).length, 0) / 1000
  return () => ({
    editor: sizeOf([...loaded].filter((path) => EDITOR.test(path))),
    rest: sizeOf([...loaded].filter((path) => !EDITOR.test(path))),
  })
}
