import { readFileSync } from 'node:fs'
import type { MarkdownRenderer } from 'vitepress'
import type { Lesson } from '../../../workbook/curriculum/lesson.ts'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import { conformanceBlock } from '../flask/conformance-block.ts'
import { errorsBlock } from './errors-block.ts'
import { factsBlock, goalsBlock } from './facts-block.ts'
import { hintsBlock } from './hints-block.ts'
import { museumBlock } from './museum-block.ts'
import { quizBlock } from './quiz-block.ts'
import { statementBlock } from './statement-block.ts'

const BLOCK = /^\[\[(\w+)\]\]$/gm

// What a page may ask for, and who writes it from the lesson's manifest and specification.
export const BLOCKS: Record<string, (lesson: Lesson, md: MarkdownRenderer) => string> = {
  ficha: factsBlock,
  aprenderas: goalsBlock,
  enunciado: (lesson) => statementBlock(lesson, readFileSync(lesson.spec, 'utf8')),
  pistas: hintsBlock,
  errores: errorsBlock,
  museo: museumBlock,
  cuestionario: quizBlock,
}

// What a page of no lesson may ask for.
const PAGE_BLOCKS: Record<string, () => string> = { conformidad: conformanceBlock }

/** A markdown-it plugin that replaces `[[pistas]]` and its like in a page. */
export async function lessonBlocks(): Promise<(md: MarkdownRenderer) => void> {
  const lessons = new Map((await loadLessons()).map((lesson) => [`lecciones/${lesson.slug}.md`, lesson]))
  return (md) => {
    md.core.ruler.before('normalize', 'lesson-blocks', (state) => {
      const lesson = lessons.get(state.env.relativePath)
      state.src = lesson ? expand(state.src, lesson, md) : expandPage(state.src)
    })
  }
}

/** A page of no lesson, with what it asks for in its place. */
export function expandPage(source: string): string {
  return source.replace(BLOCK, (block, name: string) => PAGE_BLOCKS[name]?.() ?? block)
}

function expand(source: string, lesson: Lesson, md: MarkdownRenderer): string {
  return source.replace(BLOCK, (_block, name: string) => {
    const write = BLOCKS[name]
    if (!write) throw new Error(`${lesson.slug}: no existe el bloque [[${name}]]`)
    return write(lesson, md)
  })
}
