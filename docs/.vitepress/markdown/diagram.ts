import { readFileSync } from 'node:fs'
import type { MarkdownRenderer } from 'vitepress'

const FOLDER = new URL('../../diagramas/', import.meta.url)
const TITLE = /<title>([\s\S]+?)<\/title>\s*/
const DESCRIPTION = /<desc>([\s\S]+?)<\/desc>\s*/

/** A markdown-it plugin: a fence named `diagrama` becomes the drawing of that name in `docs/diagramas/`. */
export function diagrams(md: MarkdownRenderer): void {
  const fence = md.renderer.rules.fence
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const token = tokens[index]
    if (token?.info.trim() === 'diagrama') return drawDiagram(token.content.trim())
    return fence?.(tokens, index, ...rest) ?? ''
  }
}

/**
 * The figure of a drawing: its title is the caption, and title and description are what is read aloud.
 * Throws if the file is not there or lacks one of them.
 */
export function drawDiagram(name: string): string {
  const source = readFileSync(new URL(`${name}.svg`, FOLDER), 'utf8')
  const title = textIn(source, TITLE)
  const label = `${title}. ${textIn(source, DESCRIPTION)}`.replaceAll('"', '&#34;')
  const svg = source
    .replace(TITLE, '')
    .replace(DESCRIPTION, '')
    .replace('<svg ', `<svg role="img" aria-label="${label}" `)
    .replace(/\s*\n\s*/g, '')
  return `<figure class="diagrama" v-pre>${svg}<figcaption>${title}</figcaption></figure>\n`
}

function textIn(source: string, element: RegExp): string {
  const text = element.exec(source)?.[1]
  if (!text) throw new Error('diagrama: falta <title> o <desc>')
  return text.replace(/\s+/g, ' ').trim()
}
