import type { MarkdownRenderer } from 'vitepress'
import type { Lesson } from '../../../workbook/curriculum/lesson.ts'
import type { Question } from '../quiz/questions.ts'

/** The questions of the lesson, rendered here so that the page needs no markdown in the browser. */
export function quizBlock({ slug, manifest }: Lesson, md: MarkdownRenderer): string {
  const questions = manifest.preguntas.map(
    ({ enunciado, opciones }): Question => ({
      statement: md.renderInline(enunciado),
      options: opciones.map(({ texto, correcta = false, porque }) => ({
        text: md.renderInline(texto),
        right: correcta,
        why: md.renderInline(porque),
      })),
    }),
  )
  return `<Quiz slug="${slug}" :questions="${md.utils.escapeHtml(JSON.stringify(questions))}" />`
}
