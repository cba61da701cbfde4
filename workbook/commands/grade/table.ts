import { lengthOf } from '../../session/report/wrap.ts'
import { decimal } from './csv.ts'
import type { Student } from './grades.ts'
import { TEXTS } from './texts.ts'

const WIDTH = 80
const NAME = 24

/** The grades in lines of at most 80 columns: the whole sentences are in the pages. */
export function gradeTable(students: readonly Student[]): string[] {
  const { student, grade, mistake } = TEXTS.columns
  const count = students[0]?.grades.length === 1 ? TEXTS.inGreen : TEXTS.solved
  return [row(student, grade, count, mistake), ...students.map(line)]
}

function line({ student, grades, points }: Student): string {
  const [only] = grades
  const passed = grades.filter(({ state }) => state === 'passed').length
  const count =
    grades.length === 1 && only ? `${only.green} de ${only.total}` : `${passed} de ${grades.length}`
  return row(student, decimal(points), count, grades.find(({ mistake }) => mistake)?.mistake?.sentence ?? '')
}

function row(name: string, grade: string, count: string, sentence: string): string {
  const start = `${cut(name, NAME).padEnd(NAME)} ${grade.padStart(5)}  ${count.padEnd(9)}  `
  return `${start}${cut(sentence, WIDTH - lengthOf(start))}`.trimEnd()
}

function cut(text: string, width: number): string {
  const letters = [...text.replace(/\p{Cc}/gu, ' ')]
  return letters.length > width ? `${letters.slice(0, width - 1).join('')}…` : letters.join('')
}
