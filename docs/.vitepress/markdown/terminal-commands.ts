import type { MarkdownRenderer } from 'vitepress'

/** A markdown-it plugin: in a lesson, a block of commands is folded for whoever does not work in a terminal. */
export function terminalCommands(md: MarkdownRenderer): void {
  const fence = md.renderer.rules.fence
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const code = fence?.(tokens, index, options, env, self) ?? ''
    const isCommand = tokens[index]?.info.trim() === 'sh' && env.relativePath?.startsWith('lecciones/')
    return isCommand ? `<InTerminal>${code}</InTerminal>\n` : code
  }
}
