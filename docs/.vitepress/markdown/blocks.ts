import { readFileSync } from 'node:fs'
import type { MarkdownRenderer } from 'vitepress'
import type { Lesson } from '../../../workbook/curriculum/lesson.ts'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
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

/** A markdown-it plugin that replaces `[[pistas]]` and its like in a lesson's page. */
export async function lessonBlocks(): Promise<(md: MarkdownRenderer) => void> {
  const lessons = new Map((await loadLessons()).map((lesson) => [`lecciones/${lesson.slug}.md`, lesson]))
  return (md) => {
    md.core.ruler.before('normalize', 'lesson-blocks', (state) => {
      const lesson = lessons.get(state.env.relativePath)
      if (lesson) state.src = expand(state.src, lesson, md)
    })
  }
}

function expand(source: string, lesson: Lesson, md: MarkdownRenderer): string {
  return source.replace(BLOCK, (_block, name: string) => {
    const write = BLOCKS[name]
    if (!write) throw new Error(`${lesson.slug}: no existe el bloque [[${name}]]`)
    return write(lesson, md)
  })
}
