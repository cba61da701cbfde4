// What the terminal finds with a parser before it runs a text; here, with what patterns can tell: the
// parser that it uses is a native program, and the ones for browsers weigh as much as the laboratory.
import type { Lesson } from '../../curriculum/lesson.ts'
import { TEXTS } from '../../verdict/explain/texts.ts'
import { lineAt } from '../../verdict/finding.ts'
import type { Failure } from '../../verdict/model.ts'
import { refusedByNode } from './patterns.ts'

const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*/g
const DECLARED =
  /^(?<exported>export (?<byDefault>default )?)?(?:async )?(?:function|class|const|let|var) (?<name>\w+)/gm
const LISTED = /^export \{(?<names>[^}]*)\}/gm

interface Declaration {
  name: string
  exported: boolean
  byDefault: boolean
  line: number
}

/** What can be said of a text before it runs. */
export function preflight(
  lesson: Lesson,
  source: string,
  files: Readonly<Record<string, string>>,
): Failure | undefined {
  const { exercise, solution } = lesson
  const { archivo } = lesson.manifest
  const at = (line: number) => ({ file: exercise, line })
  if (!source.trim()) return { sentence: TEXTS.empty(archivo), place: at(1) }
  if (!source.replace(COMMENTS, '').trim()) return { sentence: TEXTS.onlyComments(archivo), place: at(1) }
  const refused = refusedByNode(lesson, source, files)
  if (refused) return { sentence: refused.sentence, place: at(refused.line ?? 1) }
  const mine = declarationsOf(source)
  const kept = exportedBy(source, mine)
  const [lost] = exportedBy(files[solution] ?? '', declarationsOf(files[solution] ?? '')).filter(
    (name) => !kept.includes(name),
  )
  if (!lost) return undefined
  const { line = 1, byDefault = false } = mine.find(({ name }) => name === lost) ?? {}
  return { sentence: explainLoss(archivo, lost, mine, byDefault), place: at(line) }
}

function explainLoss(file: string, name: string, mine: readonly Declaration[], byDefault: boolean): string {
  if (byDefault) return TEXTS.defaultExport(file, name)
  const isHere = mine.some((declaration) => declaration.name === name)
  return isHere ? TEXTS.noExport(file, `«${name}»`) : TEXTS.goneExport(file, `«${name}»`)
}

function declarationsOf(text: string): Declaration[] {
  return [...text.matchAll(DECLARED)].map(({ groups = {}, index }) => ({
    name: groups.name ?? '',
    exported: Boolean(groups.exported),
    byDefault: Boolean(groups.byDefault),
    line: lineAt(text, index),
  }))
}

function exportedBy(text: string, declarations: readonly Declaration[]): string[] {
  const listed = [...text.matchAll(LISTED)].flatMap(({ groups }) => groups?.names?.split(',') ?? [])
  const own = declarations.filter(({ exported, byDefault }) => exported && !byDefault)
  return [...own.map(({ name }) => name), ...listed.map((name) => name.replace(/.* as /, '').trim())]
}
