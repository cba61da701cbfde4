import type { MarkdownRenderer } from 'vitepress'

const ENGLISH = /^Permalink to “(.*)”$/

/** A markdown-it plugin: the link beside each heading says what it is in Spanish, which VitePress cannot be told. */
export function anchorLabels(md: MarkdownRenderer): void {
  md.core.ruler.push('anchor-labels', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const title = ENGLISH.exec(token.attrGet('aria-label') ?? '')?.[1]
      if (title) token.attrSet('aria-label', `Enlace a «${title}»`)
    }
  })
}
