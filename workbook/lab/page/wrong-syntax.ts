import type { Lesson } from '../../curriculum/lesson.ts'
import { TEXTS } from '../../verdict/explain/texts.ts'
import type { Failure } from '../../verdict/model.ts'
import { explainBreak } from '../../verdict/shape/inspect.ts'
import type { News } from '../protocol.ts'

/** What is told of a text that is no program. TypeScript, which says more in the terminal, weighs 1 MB. */
export function explainWrongSyntax(
  { exercise, manifest }: Lesson,
  source: string,
  { line }: Extract<News, { type: 'syntax' }>,
): Failure {
  const known = explainBreak(source)
  const sentence = TEXTS.syntax(manifest.archivo, known.detail ?? TEXTS.syntaxUnknown)
  const at = known.detail ? known.line : (line ?? known.line)
  return { sentence, place: at ? { file: exercise, line: at } : undefined }
}
