/** A stretch of a text, which may be code. */
export interface ProsePart {
  text: string
  code: boolean
}

/** Takes apart a text whose code is between backticks, as in Markdown. */
export function proseParts(text: string): ProsePart[] {
  const parts = text.split('`').map((part, index) => ({ text: part, code: index % 2 === 1 }))
  return parts.filter(({ text }) => text)
}
