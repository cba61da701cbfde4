// What a folder of submissions holds: each student, and the file of each lesson.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { stubOf } from '../../curriculum/write-stubs.ts'
import { type Help, helpIn } from './help.ts'
import { type Item, itemsOf } from './items.ts'
import { fold, isOwn, isSource, lessonOf, ownerOf } from './names.ts'
import { TEXTS } from './texts.ts'

/** What one student handed in. */
export interface Submission {
  student: string
  /** The names of the files and folders that it came in. */
  from: string[]
  /** By the lesson's number. */
  answers: Map<number, Answer>
  /** Facts that whoever grades should know. */
  notes: string[]
  help: Help[]
}

/** What there is of a lesson. Without any, nothing was handed in. */
export type Answer =
  | { path: string; bytes: Uint8Array }
  /** Why it cannot be graded. `untouched`: it is the starting file. */
  | { path: string; refused: string; untouched?: true }

const HIDDEN = /^(?:\..*|desktop\.ini|Thumbs\.db|__MACOSX|~\$.*)$/i

/**
 * Reads the submissions of a folder, sorted by name. `only`: whatever the files are called, they are of that
 * lesson. Throws what the system says if the folder itself cannot be read.
 */
export function readSubmissions(
  folder: string,
  lessons: readonly Lesson[],
  { only, except }: { only?: Lesson; except?: string } = {},
): Submission[] {
  const students = new Map<string, { student: string; from: string[]; items: Item[]; notes: string[] }>()
  for (const name of readdirSync(folder)) {
    if (HIDDEN.test(name) || name === except) continue
    const { student, key, file } = ownerOf(name, lessons)
    const { items, notes } = itemsOf(join(folder, name), file)
    const known = students.get(key) ?? { student, from: [], items: [], notes: [] }
    known.from.push(name.normalize('NFC'))
    known.items.push(...items)
    known.notes.push(...notes)
    students.set(key, known)
  }
  const read = [...students.values()].map(({ items, ...rest }) => ({
    ...rest,
    answers: answersIn(items, lessons, only),
    notes: [...new Set([...rest.notes, ...changesIn(items, lessons)])],
    help: helpIn(items),
  }))
  return read.sort((one, other) => one.student.localeCompare(other.student, 'es'))
}

/** The lessons that somebody answered; starting files are no answer. */
export function answeredIn(submissions: readonly Submission[], lessons: readonly Lesson[]): Lesson[] {
  return lessons.filter(({ number }) =>
    submissions.some(({ answers }) => {
      const answer = answers.get(number)
      return answer && !('untouched' in answer)
    }),
  )
}

function answersIn(items: readonly Item[], lessons: readonly Lesson[], only?: Lesson): Map<number, Answer> {
  const answers = new Map<number, Answer>()
  for (const lesson of only ? [only] : lessons) {
    const named = items.filter(({ path }) => lessonOf(path, lessons) === lesson)
    const any = only && !named.length ? items.filter(({ path }) => isSource(path)) : []
    const answer = chosen(named.length ? named : any, lesson)
    if (answer) answers.set(lesson.number, answer)
  }
  return answers
}

/** Nobody is guessed: of several that differ, none counts. */
function chosen(items: readonly Item[], lesson: Lesson): Answer | undefined {
  const stub = plain(Buffer.from(stubOf(lesson)))
  const different = new Map(items.map((item) => [contentKey(item), item]))
  const touched = [...different.values()].filter(
    ({ content }) => 'refused' in content || plain(content) !== stub,
  )
  const [first] = touched.length ? touched : items
  if (!first) return undefined
  const { path, content } = first
  if (touched.length > 1)
    return { path, refused: TEXTS.doubled(basename(lesson.exercise), touched.map(pathOf)) }
  if ('refused' in content) return { path, refused: content.refused }
  if (!touched.length) return { path, refused: TEXTS.untouched(basename(lesson.exercise)), untouched: true }
  return { path, bytes: content }
}

function pathOf({ path }: Item): string {
  return path
}

function contentKey({ path, content }: Item): string {
  return 'refused' in content ? `refused ${path}` : plain(content)
}

/** Editors and Git change how lines end, and nothing else. */
function plain(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n')
}

/** What was handed in besides and is not as the teacher has it: it never counts, and it is told. */
function changesIn(items: readonly Item[], lessons: readonly Lesson[]): string[] {
  const tests = lessons.flatMap(({ spec }) => {
    const own = items.filter(({ path }) => isOwn(path) && fold(basename(path)) === basename(spec))
    return own.some((item) => differs(item, spec)) ? [TEXTS.ownTests(basename(spec))] : []
  })
  const specs = lessons.map(({ spec }) => basename(spec))
  const exercises = lessons.map(({ manifest }) => manifest.archivo)
  const given = items.flatMap((item) => {
    const [, inside = ''] = /(?:^|\/)(lessons\/.+)$/.exec(item.path) ?? []
    const name = basename(inside)
    const ours = join(ROOT, inside)
    const isExercise = exercises.includes(name) && lessonOf(item.path, lessons)
    if (!inside || isExercise || specs.includes(name) || !existsSync(ours)) return []
    return differs(item, ours) ? [inside] : []
  })
  return [...tests, ...(given.length ? [TEXTS.changedGiven(given)] : [])]
}

function differs({ content }: Item, ours: string): boolean {
  return 'refused' in content || plain(content) !== plain(readFileSync(ours))
}
