// From what each submission's run found to the grades.
import type { Lesson } from '../../curriculum/lesson.ts'
import { firstFailed } from '../../verdict/marks.ts'
import type { Place } from '../../verdict/model.ts'
import { countGreen } from '../../verdict/rows.ts'
import { TEXTS as SHARED } from '../../verdict/texts.ts'
import type { Help } from './help.ts'
import type { Lost, Ran } from './sandbox.ts'
import type { Answer, Submission } from './submissions.ts'
import { TEXTS } from './texts.ts'
import { type KnownTest, whyImpossible, whyUnbelievable } from './trust.ts'

/** What a lesson is worth. */
const MOST = 10

/** `unread`: there is no result, and the mistake says why. */
export type GradeState = 'passed' | 'failed' | 'missing' | 'unread'

/** What one student gets for one lesson. */
export interface Grade {
  lesson: Lesson
  state: GradeState
  /** Out of 10. */
  points: number
  tasks: TaskGrade[]
  green: number
  total: number
  /** The first mistake, or why there is no result. */
  mistake?: Mistake
  printed: { where: string; text: string }[]
  /** Facts about this file. */
  notes: string[]
  /** Where the file was found. */
  path?: string
  source?: string
  similar: Similar[]
}

export interface TaskGrade {
  name: string
  title: string
  green: number
  total: number
  points: number
  most: number
}

export interface Mistake {
  test?: string
  sentence: string
  place?: Place
}

/** Another submission of the same lesson, and from 0 to 1 how much is the same. */
export interface Similar {
  student: string
  share: number
}

/** What one student gets. */
export interface Student extends Pick<Submission, 'student' | 'from' | 'notes'> {
  grades: Grade[]
  /** Out of 10: the mean of the lessons. */
  points: number
  help: Help[]
}

/** The grade of one lesson. `known` are all the tests that there are; `absent` says why there is no answer. */
export function gradeOf(
  lesson: Lesson,
  answer: Answer | undefined,
  ran: Ran | Lost | undefined,
  known: readonly KnownTest[],
  absent: string = TEXTS.missing,
): Grade {
  const nothing = { tests: [], state: 'unread' as const }
  if (!answer) return build(lesson, known, { tests: [], state: 'missing', mistake: told(absent) })
  const path = answer.path
  if ('refused' in answer) {
    const state = answer.untouched ? 'missing' : 'unread'
    return { ...build(lesson, known, { ...nothing, state, mistake: told(answer.refused) }), path }
  }
  const source = Buffer.from(answer.bytes).toString('utf8')
  if (typeof ran !== 'object') {
    return { ...build(lesson, known, { ...nothing, mistake: told(TEXTS.lost[ran ?? 'died']) }), path, source }
  }
  const impossible = whyUnbelievable(source) ?? whyImpossible(ran, known)
  if (impossible) return { ...build(lesson, known, { ...nothing, mistake: told(impossible) }), path, source }
  const [problem] = ran.problems
  const failed = firstFailed(ran)
  const failure = problem ?? failed?.failure
  const mistake = failure && { ...(!problem && { test: failed?.title }), ...failure }
  const state = ran.passed ? 'passed' : 'failed'
  return {
    ...build(lesson, known, { tests: ran.tests, state, mistake }),
    path,
    source,
    printed: printedOf(ran),
  }
}

function build(
  lesson: Lesson,
  known: readonly KnownTest[],
  { tests, state, mistake }: { tests: Ran['tests']; state: GradeState; mistake?: Mistake },
): Grade {
  const most = MOST / lesson.manifest.tareas.length
  const tasks = lesson.manifest.tareas.map(({ nombre, titulo }) => {
    const total = known.filter(({ task }) => task === nombre).length
    const green = countGreen(tests.filter(({ task }) => task === nombre))
    return { name: nombre, title: titulo, green, total, points: total ? (most * green) / total : 0, most }
  })
  return {
    lesson,
    state,
    tasks,
    points: sum(tasks.map(({ points }) => points)),
    green: countGreen(tests),
    total: known.length,
    mistake,
    printed: [],
    notes: [],
    similar: [],
  }
}

function told(sentence: string): Mistake {
  return { sentence }
}

function printedOf({ tests, printed }: Ran): Grade['printed'] {
  return [
    ...(printed ? [{ where: SHARED.printedOutside, text: printed }] : []),
    ...tests.flatMap(({ title, printed: text }) => (text ? [{ where: title, text }] : [])),
  ]
}

/** The mean of several lessons or students. */
export function meanOf(graded: readonly Pick<Grade, 'points'>[]): number {
  return graded.length ? sum(graded.map(({ points }) => points)) / graded.length : 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
