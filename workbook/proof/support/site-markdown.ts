import { createMarkdownRenderer } from 'vitepress'
import site from '../../../docs/.vitepress/config.ts'
import { SITE } from '../../session/site/site.ts'

// VitePress keeps one for the whole process: who makes another one changes this one.
/** What renders the pages of the site. */
export const markdown = await createMarkdownRenderer(SITE, site.markdown)

/** The HTML of a text, as the site renders it on that page. */
export function renderPage(text: string, page = 'glosario.md'): Promise<string> {
  return markdown.renderAsync(text, { relativePath: page })
}
