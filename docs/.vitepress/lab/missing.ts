import { TEXTS } from './texts.ts'

/** What this browser lacks of what the laboratory needs. */
export function findMissing(browser: object): string[] {
  const { Worker, WebAssembly, crypto } = browser as Partial<typeof globalThis>
  const needed: [unknown, string][] = [
    [Worker, TEXTS.worker],
    [WebAssembly, TEXTS.wasm],
    [crypto?.subtle, TEXTS.crypto],
  ]
  return needed.flatMap(([there, text]) => (there ? [] : [text]))
}
