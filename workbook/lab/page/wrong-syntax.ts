import type { Lesson } from '../../curriculum/lesson.ts'
import { TEXTS } from '../../verdict/explain/texts.ts'
import type { Failure } from '../../verdict/model.ts'
import type { News } from '../protocol.ts'

const CURLY_QUOTES = /[“”‘’]/

/** What is told of a text that is no program. TypeScript, which says more in the terminal, weighs 1 MB. */
export function explainWrongSyntax(
  { exercise, manifest }: Lesson,
  source: string,
  { line }: Extract<News, { type: 'syntax' }>,
): Failure {
  const curly = CURLY_QUOTES.test(source.split('\n')[(line ?? 0) - 1] ?? '')
  const sentence = TEXTS.syntax(manifest.archivo, curly ? TEXTS.curlyQuotes : TEXTS.syntaxUnknown)
  return { sentence, place: line ? { file: exercise, line } : undefined }
}
