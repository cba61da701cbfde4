const LONGEST = 160

/** A value in one line, which is enough to compare it with another. */
export function shorten(value: string): string {
  const line = value.replace(/\s*\n\s*/g, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
