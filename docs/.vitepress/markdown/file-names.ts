import type { MarkdownRenderer } from 'vitepress'

const NAME = /\[([^\]]+)\]/

/** A markdown-it plugin: a code block with `[archivo.ts]` after its language shows that name above it. */
export function fileNames(md: MarkdownRenderer): void {
  const fence = md.renderer.rules.fence
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    // Read before drawing: VitePress takes the name out of the token as it draws.
    const name = NAME.exec(tokens[index]?.info ?? '')?.[1]
    const code = fence?.(tokens, index, ...rest) ?? ''
    if (!name) return code
    return `<div class="bloque"><p class="nombre">${md.utils.escapeHtml(name)}</p>${code}</div>\n`
  }
}
