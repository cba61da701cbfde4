// What Node would refuse and the page would run: sucrase turns into JavaScript what Node cannot erase,
// and gives `undefined` for a name that a module does not export.
import type { Lesson } from '../../curriculum/lesson.ts'
import { TEXTS } from '../../verdict/explain/texts.ts'
import { type Finding, lineAt } from '../../verdict/finding.ts'

const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*/g
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

/** Something that only the page would let pass. `files` are the texts of the project by their path. */
export function refusedByNode(
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
