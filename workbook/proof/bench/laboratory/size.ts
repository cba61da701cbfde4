import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** In the text of what holds CodeMirror, whatever the name of its file. */
const EDITOR = 'cm-activeLine'

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
  return () => {
    const files = [...loaded].map((path) => readFileSync(join(folder, path)))
    return {
      editor: kilobytes(files.filter((file) => file.includes(EDITOR))),
      rest: kilobytes(files.filter((file) => !file.includes(EDITOR))),
    }
  }
}

function kilobytes(files: readonly Buffer[]): number {
  return files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0) / 1000
}
