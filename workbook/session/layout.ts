import { heightOf } from './report/wrap.ts'

/** Some lines of a screen, and how much they matter when there is no room for all. */
export interface Block {
  lines: readonly string[]
  /** The higher, the sooner they go; those of 0 stay as long as there is a screen. */
  rank: number
  /** What takes their place before they go altogether. */
  least?: Block
}

/** The lines of these blocks, in their order: the least important go until the rest fits in the screen. */
export function fit(blocks: readonly Block[], columns: number, rows: number): string[] {
  const kept = [...blocks]
  while (heightOf(linesOf(kept), columns) > rows) {
    const highest = Math.max(...kept.map(({ rank }) => rank))
    if (highest <= 0) break
    // Of several alike, the last one.
    const last = kept.findLastIndex(({ rank }) => rank === highest)
    kept.splice(last, 1, ...(kept[last]?.least ? [kept[last].least] : []))
  }
  return cut(linesOf(kept), columns, rows)
}

/** As many of the first lines as there is room for. */
export function cut(lines: readonly string[], columns: number, rows: number): string[] {
  const shown: string[] = []
  for (const line of lines) {
    if (heightOf([...shown, line], columns) > rows) break
    shown.push(line)
  }
  return shown
}

/** What has gone leaves no gap. */
function linesOf(blocks: readonly Block[]): string[] {
  const lines = blocks.flatMap((block) => block.lines)
  return lines.filter((line, index) => line || (index > 0 && index < lines.length - 1 && lines[index - 1]))
}
