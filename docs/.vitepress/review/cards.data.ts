import { readFileSync } from 'node:fs'
import { createMarkdownRenderer, defineLoader, type SiteConfig } from 'vitepress'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import { readRecording } from '../../../workbook/curriculum/recording.ts'
import type { Card } from '../../../workbook/verdict/review/card.ts'
import { deckOf } from '../../../workbook/verdict/review/deck.ts'

declare const data: Card[]

export { data }

/** All the questions, with their texts in HTML: the page needs no Markdown in the browser. */
export default defineLoader({
  async load(): Promise<Card[]> {
    const { srcDir, markdown, site, logger } = (globalThis as { VITEPRESS_CONFIG?: SiteConfig })
      .VITEPRESS_CONFIG as SiteConfig
    const md = await createMarkdownRenderer(srcDir, markdown, site.base, logger)
    const solutionOf = ({ solution }: { solution: string }) => readFileSync(solution, 'utf8')
    return deckOf(await loadLessons(), solutionOf, readRecording()).map((card) => ({
      ...card,
      asks: md.renderInline(card.asks),
      options: card.options.map(({ text, right, why }) => ({
        ...{ text: md.renderInline(text), right, why: md.renderInline(why) },
      })),
    }))
  },
})
