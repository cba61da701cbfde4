// The files of a grading, by their path in its folder.
import { type Cell, csv } from './csv.ts'
import type { Student } from './grades.ts'
import { fold } from './names.ts'
import { type Edition, groupPage, notesOf, type Pair, percent, studentPage } from './pages.ts'
import { TEXTS } from './texts.ts'

const INDEX = 'index.html'
const PAGES = 'estudiantes'
// On Windows no file may have these names.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)?$/

/** The table for a spreadsheet, the page of the group and one for each student. */
export function filesOf(
  students: readonly Student[],
  pairs: readonly Pair[],
  edition: Edition,
): Map<string, string> {
  const names = pageNames(students)
  const pageOf = (student: Student) => `${PAGES}/${names.get(student)}.html`
  return new Map([
    ['calificaciones.csv', csv([headsOf(students), ...students.map(rowOf)])],
    [INDEX, groupPage(students, pairs, pageOf, edition)],
    ...students.map((one) => [pageOf(one), studentPage(one, `../${INDEX}`, edition)] as const),
  ])
}

function headsOf(students: readonly Student[]): Cell[] {
  const { columns } = TEXTS
  const lessons = (students[0]?.grades ?? []).flatMap(({ lesson, tasks }) => [
    TEXTS.gradeOf(lesson.number),
    TEXTS.testsOf(lesson.number),
    ...tasks.map(({ name }) => TEXTS.pointsOf(lesson.number, name)),
  ])
  const rest = [
    columns.mistake,
    columns.similar,
    columns.share,
    columns.hints,
    columns.failures,
    columns.notes,
  ]
  return [columns.student, columns.grade, ...lessons, ...rest, columns.from]
}

function rowOf(student: Student): Cell[] {
  const { grades, help } = student
  const lessons = grades.flatMap(({ points, green, total, tasks }) => [
    points,
    TEXTS.count(green, total),
    ...tasks.map((task) => task.points),
  ])
  const mistake = grades.find((grade) => grade.mistake)?.mistake?.sentence ?? ''
  const [closest] = grades.flatMap(({ similar }) => similar).sort((one, other) => other.share - one.share)
  const used = help.filter(({ slug }) => grades.some(({ lesson }) => lesson.slug === slug))
  const add = (key: 'hintsOpened' | 'failures') => used.reduce((sum, each) => sum + each[key], 0)
  return [
    student.student,
    student.points,
    ...lessons,
    mistake,
    closest?.student ?? '',
    closest ? percent(closest.share) : '',
    ...(used.length ? [add('hintsOpened'), add('failures')] : ['', '']),
    notesOf(student).join(' · '),
    student.from.join(' · '),
  ]
}

function pageNames(students: readonly Student[]): Map<Student, string> {
  const taken = new Set<string>()
  return new Map(
    students.map((student) => {
      const plain = fold(student.student)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60)
      const base = RESERVED.test(plain) ? `estudiante${plain && `-${plain}`}` : plain
      let name = base
      for (let count = 2; taken.has(name); count++) name = `${base}-${count}`
      taken.add(name)
      return [student, name]
    }),
  )
}
