import { readFileSync } from 'node:fs'
import type { DefaultTheme, MarkdownEnv, MarkdownRenderer } from 'vitepress'
import { ROOT } from '../../workbook/curriculum/paths.ts'
import { SEARCH_TEXTS } from './locale.ts'

/**
 * What people type that the pages say with another word, or not at all, by the section that answers it: the
 * address of its page and its anchor.
 */
export const SYNONYMS: Record<string, string[]> = JSON.parse(
  readFileSync(`${ROOT}docs/sinonimos.json`, 'utf8'),
)

const HEADING = /<h[1-6] id="([^"]+)"[\s\S]*?<\/h[1-6]>/g
// Where one text ends and another begins: VitePress takes the tags away, and would make one word of two.
const APART = /<(?:\/?(?:p|li|td|th|tr|div|details|summary|pre|figure|figcaption|blockquote)\b|br)/g
const CODE = /<pre[\s\S]*?<\/pre>/g
/** What nobody looks for in it: its marks for whoever reads it in colours, and how HTML writes its signs. */
const SIGNS = /\/\/ \[!code .*?\]|&\w+;/g

// These three go to the browser as they are written, so that they can name nothing from outside of them.

/** «expiracion» finds «expiración»: accents are dropped from the index and from what is asked. */
const processTerm = (term: string) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** «a», in a message in English, is not the beginning of half of the words. */
const prefix = (term: string) => term.length > 2

/** One letter of every five may be another; «cors» is not «cosa». */
const fuzzy = (term: string) => term.length > 4 && 0.2

export const search: DefaultTheme.Config['search'] = {
  provider: 'local',
  options: {
    translations: SEARCH_TEXTS,
    miniSearch: { options: { processTerm }, searchOptions: { processTerm, prefix, fuzzy } },
    _render: renderForSearch,
  },
}

function renderForSearch(source: string, env: MarkdownEnv, md: MarkdownRenderer): string {
  const html = renderPlain(source, env, md)
  const page = `/${env.relativePath.replace(/(?:index)?\.md$/, '')}`
  return html
    .replace(CODE, (code) => code.replace(SIGNS, ' '))
    .replace(HEADING, (heading, anchor) => `${heading}<p>${wordsFor(`${page}#${anchor}`)}</p>`)
    .replace(APART, ' $&')
}

/** Without colours: nobody looks for them, and to give them to every page twice more is a quarter of building the site. */
function renderPlain(source: string, env: MarkdownEnv, md: MarkdownRenderer): string {
  const { highlight } = md.options
  md.options.highlight = null
  try {
    return md.render(source, env)
  } finally {
    md.options.highlight = highlight
  }
}

/** Twice: who types one of them looks for that section, and others may say its words apart. */
function wordsFor(section: string): string {
  const words = SYNONYMS[section] ?? []
  return [...words, ...words].join(' · ')
}
