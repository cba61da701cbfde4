import type { MarkdownRenderer } from 'vitepress'
import { drawSequence } from './sequence-svg.ts'
import { parseSequence } from './sequence-text.ts'

/** A markdown-it plugin: a fence named `secuencia` becomes an inline SVG when the site is built. */
export function sequenceDiagrams(md: MarkdownRenderer): void {
  const fence = md.renderer.rules.fence
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const token = tokens[index]
    if (token?.info.trim() === 'secuencia') return drawSequence(parseSequence(token.content))
    return fence?.(tokens, index, ...rest) ?? ''
  }
}
