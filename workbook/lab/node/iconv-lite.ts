// The package iconv-lite, whose tables weigh half a megabyte: browsers have TextDecoder.
const text = (encoding: string) => new TextDecoder(encoding)

export function encodingExists(encoding: string): boolean {
  try {
    return Boolean(text(encoding))
  } catch {
    return false
  }
}

export function getDecoder(encoding: string) {
  if (!encodingExists(encoding))
    throw new Error(`Encoding not recognized: '${encoding}' (searched as: '${encoding}')`)
  const decoder = text(encoding)
  return {
    write: (bytes: Uint8Array) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  }
}

export function decode(bytes: Uint8Array, encoding: string): string {
  return text(encoding).decode(bytes)
}
