// The pages of a grading: one for the group and one for each student. They need nothing else and fit on paper.
import { basename } from 'node:path'
import { duration } from '../reports/format.ts'
import { element, type Markup, onLines } from '../reports/markup.ts'
import { htmlPage } from '../reports/page.ts'
import { bullets, dayOf, isolated, row, section, table } from '../reports/parts.ts'
import { STYLE } from '../reports/style.ts'
import { decimal } from './csv.ts'
import { type Grade, meanOf, type Student } from './grades.ts'
import { TEXTS } from './texts.ts'

/** What is the same on every page. */
export interface Edition {
  /** When it was graded (ISO 8601). */
  date: string
  workbook: string
  node: string
}

/** Two submissions of a lesson, and from 0 to 1 how much is the same. */
export interface Pair {
  lesson: number
  students: readonly [string, string]
  share: number
}

const OWN_STYLE = `${STYLE}
pre { margin: .25rem 0 1rem; padding: .5rem .75rem; border: 1px solid var(--line); white-space: pre-wrap; font-size: .875rem; }
section { margin-bottom: 2rem; }
h3 { margin-bottom: .25rem; font-size: 1rem; }
section > p { margin: .25rem 0; }
a { color: inherit; }
.missing, .unread { color: var(--soft); }
main > .big { color: var(--text); font-size: 1.5rem; font-weight: 600; }
.note { color: var(--soft); font-size: .875rem; }
.long { white-space: normal; min-width: 16rem; }
@media screen and (max-width: 40rem) {
  body { padding: 1rem; }
  th, td { padding: .4rem .25rem; font-size: .8125rem; }
  td { white-space: normal; }
  tbody th { min-width: 5rem; }
  .long { min-width: 6rem; overflow-wrap: anywhere; }
}
@media print {
  a { text-decoration: none; }
  nav { display: none; }
  .long { min-width: 0; }
  h3, h3 + p { break-after: avoid; }
}
`

/** The page of the group, with a link to each student's. */
export function groupPage(
  students: readonly Student[],
  pairs: readonly Pair[],
  pageOf: (student: Student) => string,
  edition: Edition,
): string {
  return page(TEXTS.title, edition, [
    element('h1', {}, TEXTS.title),
    element('p', {}, TEXTS.groupFacts(students.length, meanOf(students)), ' · ', dayOf(edition.date)),
    groupTable(students, pageOf),
    element('p', {}, TEXTS.howGraded),
    section(TEXTS.pairs, [pairTable(pairs), note(TEXTS.similarMeans)]),
  ])
}

/** The page of one student. */
export function studentPage(student: Student, index: string, edition: Edition): string {
  return page(TEXTS.titleOf(student.student), edition, [
    element('nav', {}, element('a', { href: index }, TEXTS.back)),
    element('h1', {}, isolated(student.student)),
    element('p', { class: 'big' }, TEXTS.outOf(student.points, 10)),
    element('p', {}, `${TEXTS.from}: `, student.from.join(' · '), ' · ', dayOf(edition.date)),
    ...(student.notes.length ? [section(TEXTS.notes, [bullets(student.notes)])] : []),
    ...student.grades.map(lessonSection),
    ...helpSection(student),
    note(TEXTS.howGraded),
    note(TEXTS.similarMeans),
  ])
}

function page(title: string, { workbook, node }: Edition, lines: readonly Markup[]): string {
  const footer = element('footer', {}, TEXTS.footer(workbook, node))
  const body = element('body', {}, element('main', {}, ...onLines(lines)), '\n', footer)
  return htmlPage(title, body, OWN_STYLE)
}

function groupTable(students: readonly Student[], pageOf: (student: Student) => string): Markup {
  const lessons = students[0]?.grades.map(({ lesson }) => lesson.number) ?? []
  const single = lessons.length === 1
  const { columns } = TEXTS
  const heads = [
    columns.student,
    columns.grade,
    ...(single ? [columns.tests] : lessons.map((number) => `${columns.lesson} ${number}`)),
    columns.mistake,
  ]
  const rows = students.map((student) => {
    const [first] = student.grades
    const cells = single
      ? [first ? TEXTS.count(first.green, first.total) : '']
      : student.grades.map(({ points, state }) => mark(state, decimal(points)))
    const what = element(
      'div',
      { class: 'long' },
      firstMistake(student),
      ...otherNotes(student).map(smallNote),
    )
    const name = element('a', { href: pageOf(student) }, isolated(student.student))
    return row(name, [decimal(student.points), ...cells, what])
  })
  return table('grupo', TEXTS.group, heads, rows)
}

function firstMistake({ grades }: Student): string {
  const grade = grades.find(({ mistake }) => mistake)
  if (!grade?.mistake) return ''
  return grades.length > 1 ? `${grade.lesson.number}: ${grade.mistake.sentence}` : grade.mistake.sentence
}

/** What is not said already. */
function otherNotes(student: Student): string[] {
  return notesOf(student).filter((note) => !firstMistake(student).includes(note))
}

function smallNote(text: string): Markup {
  return element('div', { class: 'note' }, TEXTS.note(text))
}

/** All the facts about a student, those of each lesson too. */
export function notesOf({ notes, grades }: Student): string[] {
  return [...notes, ...grades.flatMap((grade) => grade.notes)]
}

function pairTable(pairs: readonly Pair[]): Markup {
  if (!pairs.length) return element('p', {}, TEXTS.noPairs)
  const { columns } = TEXTS
  const rows = pairs.map(({ lesson, students: [one, other], share }) =>
    row(element('span', {}, isolated(one), ' · ', isolated(other)), [String(lesson), `${percent(share)} %`]),
  )
  return table('parejas', TEXTS.pairsCaption, [TEXTS.pair, columns.lesson, columns.share], rows)
}

function lessonSection(grade: Grade): Markup {
  const { lesson, state, tasks, notes, points, path } = grade
  const title = `${TEXTS.columns.lesson} ${lesson.number}. ${lesson.manifest.titulo}`
  const heads = [TEXTS.columns.task, TEXTS.columns.tests, TEXTS.columns.points]
  const rows = tasks.map(({ name, title, green, total, points, most }) =>
    row(element('span', {}, element('code', {}, name), ` · ${title}`), [
      TEXTS.count(green, total),
      TEXTS.outOf(points, most),
    ]),
  )
  return section(title, [
    element('p', {}, mark(state, TEXTS.states[state]), ` · ${TEXTS.outOf(points, 10)}`),
    ...(path ? [element('p', {}, `${TEXTS.fileFound}: `, element('code', {}, path))] : []),
    table(`leccion-${lesson.number}`, TEXTS.tasksCaption, heads, rows),
    heading(TEXTS.firstMistake),
    ...mistakeLines(grade),
    ...printedLines(grade),
    ...(notes.length ? [heading(TEXTS.notes), bullets(notes)] : []),
    ...similarLines(grade),
  ])
}

function mistakeLines({ mistake, source, lesson }: Grade): Markup[] {
  if (!mistake) return [element('p', {}, TEXTS.noMistake)]
  const { test, sentence, place } = mistake
  const lines = [element('p', {}, element('strong', {}, sentence))]
  if (test) lines.push(element('p', {}, TEXTS.inTest(test)))
  if (!place) return lines
  const where = `${basename(place.file)}, ${TEXTS.atLine(place.line)}`
  lines.push(element('p', {}, element('code', {}, where)))
  const code =
    basename(place.file) === basename(lesson.exercise) && source?.split('\n')[place.line - 1]?.trim()
  return code ? [...lines, element('pre', {}, code)] : lines
}

function printedLines({ printed }: Grade): Markup[] {
  if (!printed.length) return []
  const each = printed.flatMap(({ where, text }) => [element('p', {}, where), element('pre', {}, text)])
  return [heading(TEXTS.printed), ...each]
}

function similarLines({ similar, source }: Grade): Markup[] {
  if (source === undefined) return []
  const rows = similar.map(({ student, share }) => TEXTS.similarRow(student, percent(share)))
  return [heading(TEXTS.similar), rows.length ? bullets(rows) : element('p', {}, TEXTS.notCompared)]
}

function helpSection({ help, grades }: Student): Markup[] {
  const rows = grades.flatMap(({ lesson }) => {
    const own = help.find(({ slug }) => slug === lesson.slug)
    if (!own) return []
    const tasks = [...own.tasks].map(([name, hints]) => TEXTS.helpTask(name, hints))
    const each = tasks.length ? TEXTS.helpTasks(tasks) : ''
    return [`${TEXTS.helpOf(lesson.number, own.hintsOpened, own.failures)}${each} · ${duration(own.time)}`]
  })
  return rows.length ? [section(TEXTS.help, [bullets(rows), note(TEXTS.helpMeans)])] : []
}

function heading(title: string): Markup {
  return element('h3', {}, title)
}

function note(text: string): Markup {
  return element('p', {}, element('small', {}, text))
}

function mark(state: Grade['state'], text: string): Markup {
  return element('span', { class: state }, text)
}

/** In whole percents; all of it only if it is all. */
export function percent(share: number): number {
  return Math.floor(share * 100)
}
