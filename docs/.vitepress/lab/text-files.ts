/** Far more than any exercise. In bytes. */
const LARGEST = 200_000

/** The text of a file of the reader's, or nothing if it is too big or is no text in UTF-8. */
export async function readText(file: Blob): Promise<string | undefined> {
  if (file.size > LARGEST) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return text.includes('\0') ? undefined : text.replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}

/** Hands a text, or the bytes of something else, over as a file. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>, type = 'text/plain'): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  URL.revokeObjectURL(url)
}
