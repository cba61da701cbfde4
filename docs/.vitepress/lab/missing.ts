import { TEXTS } from './texts.ts'

type Browser = Partial<typeof globalThis>

/** What this browser lacks of what the laboratory needs. */
export function findMissing(browser: object): string[] {
  const { Worker, WebAssembly, crypto } = browser as Browser
  const needed: [unknown, string][] = [
    [Worker, TEXTS.worker],
    [WebAssembly, TEXTS.wasm],
    [crypto?.subtle, TEXTS.crypto],
    [knowsLanguage(browser), TEXTS.recent],
  ]
  return needed.flatMap(([there, text]) => (there ? [] : [text]))
}

/** Whether it has the newest of what the laboratory is written with: `findLast`, and patterns that look back. */
function knowsLanguage(browser: Browser): boolean {
  try {
    return Boolean(browser.Array?.prototype.findLast && browser.RegExp && new browser.RegExp('(?<!a)b'))
  } catch {
    return false
  }
}
