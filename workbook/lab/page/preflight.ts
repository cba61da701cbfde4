// What the terminal finds with a parser before it runs a text; here, with what patterns can tell: the
// parser that it uses is a native program, and the ones for browsers weigh as much as the laboratory.
import type { Lesson } from '../../curriculum/lesson.ts'
import { TEXTS } from '../../verdict/explain/texts.ts'
import { type Finding, lineAt } from '../../verdict/finding.ts'
import type { Failure } from '../../verdict/model.ts'

const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*/g
const DECLARED =
  /^(?<exported>export (?<byDefault>default )?)?(?:async )?(?:function|class|const|let|var) (?<name>\w+)/gm
const LISTED = /^export \{(?<names>[^}]*)\}/gm
const IMPORT =
  /^import\s+(?!type\b)(?:[\w$]+\s*,?\s*)?(?:\{(?<names>[^}]*)\})?[^'"]*['"](?<from>[^'"]+)['"]/gm
const TESTING = ['vitest', 'supertest']
const { erasable } = TEXTS

const REFUSED: readonly [RegExp, string][] = [
  [/^(?:export\s+)?(?:const\s+)?enum\s/m, TEXTS.notErasable(...erasable.enum)],
  [/^(?:export\s+)?namespace\s/m, TEXTS.notErasable(...erasable.namespace)],
  [
    /\bconstructor\s*\([^)]*\b(?:private|public|protected|readonly)\s/,
    TEXTS.notErasable(...erasable.parameterProperty),
  ],
  [/(?<![\w$.])require\(/, TEXTS.commonJs('require()')],
  [/(?<![\w$.])module\.exports\b/, TEXTS.commonJs('module.exports')],
]

interface Declaration {
  name: string
  exported: boolean
  byDefault: boolean
  line: number
}

/** What can be said of a text before it runs. `files` are the texts of the project by their path. */
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

/**
 * What Node would refuse and the page would run: sucrase turns into JavaScript what Node cannot erase, and
 * gives `undefined` for a name that a module does not export.
 */
function refusedByNode(
  lesson: Lesson,
  source: string,
  files: Readonly<Record<string, string>>,
): Finding | undefined {
  const code = source.replace(COMMENTS, blank)
  for (const [pattern, sentence] of REFUSED) {
    const found = pattern.exec(code)
    if (found) return { sentence, line: lineAt(source, found.index) }
  }
  for (const { groups = {}, index } of code.matchAll(IMPORT)) {
    const sentence = complaint(lesson, groups.from ?? '', namesOf(groups.names), files)
    if (sentence) return { sentence, line: lineAt(source, index) }
  }
  return undefined
}

function complaint(
  { folder }: Lesson,
  from: string,
  names: readonly string[],
  files: Readonly<Record<string, string>>,
): string | undefined {
  if (TESTING.includes(from)) return TEXTS.importsTests(from)
  if (from === './app.ts') return TEXTS.importsUser(from)
  const path = from.replace(/^#comun\//, 'lessons/comun/').replace(/^\.\//, `${folder}/`)
  if (`${path}.ts` in files) return TEXTS.noExtension(from)
  const target = files[path]
  const missing = target === undefined ? undefined : names.find((name) => !exportsValue(target, name))
  if (!missing) return undefined
  const isType = new RegExp(`^export (?:interface|type) ${missing}\\b`, 'm').test(target ?? '')
  return isType ? TEXTS.typeImport(missing, from) : TEXTS.noSuchName(missing, from)
}

/** The names of values in an import's braces. */
function namesOf(list = ''): string[] {
  const entries = list.split(',').map((entry) => entry.trim())
  return entries.flatMap((entry) => (entry && !entry.startsWith('type ') ? (entry.split(/\s/)[0] ?? []) : []))
}

/** Our own files declare what they export where they export it. */
function exportsValue(text: string, name: string): boolean {
  return new RegExp(
    `^export (?:async )?(?:function|class|const|let) ${name}\\b|^export const \\[[^\\]]*\\b${name}\\b`,
    'm',
  ).test(text)
}

/** The same number of lines, with nothing on them. */
function blank(comment: string): string {
  return comment.replace(/[^\n]/g, ' ')
}
