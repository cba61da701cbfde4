// Which submissions of a lesson are alike.
import { readFileSync } from 'node:fs'
import type { Lesson } from '../../curriculum/lesson.ts'
import { stubOf } from '../../curriculum/write-stubs.ts'
import type { Grade, Student } from './grades.ts'
import type { Pair } from './pages.ts'
import { ownFragments, similarity } from './similarity.ts'
import { TEXTS } from './texts.ts'

/** Less than this is what any two answers share. */
const LEAST = 0.5
const SHOWN = 3
const PAIRS = 20

/** Notes in each grade the submissions that are most like it, and gives the pairs, the most alike first. */
export function compareAll(students: readonly Student[], lessons: readonly Lesson[]): Pair[] {
  const pairs = lessons.flatMap((lesson) => compareLesson(students, lesson))
  return pairs.sort((one, other) => other.share - one.share).slice(0, PAIRS)
}

function compareLesson(students: readonly Student[], lesson: Lesson): Pair[] {
  const given = stubOf(lesson)
  const answers = students.flatMap(({ student, grades }) => {
    const grade = grades.find((each) => each.lesson === lesson)
    if (grade?.source === undefined) return []
    return [{ student, grade, fragments: ownFragments(grade.source, given) }]
  })
  const solution = ownFragments(readFileSync(lesson.solution, 'utf8'), given)
  const pairs: Pair[] = []
  answers.forEach(({ student, grade, fragments }, index) => {
    note(grade, TEXTS.solution, similarity(fragments, solution))
    for (const other of answers.slice(index + 1)) {
      const share = similarity(fragments, other.fragments)
      note(grade, other.student, share)
      note(other.grade, student, share)
      if (share !== undefined && share > LEAST) {
        pairs.push({ lesson: lesson.number, students: [student, other.student], share })
      }
    }
  })
  for (const { grade } of answers) {
    grade.similar = grade.similar.sort((one, other) => other.share - one.share).slice(0, SHOWN)
  }
  return pairs
}

function note({ similar }: Grade, student: string, share: number | undefined): void {
  if (share !== undefined && share > LEAST) similar.push({ student, share })
}
