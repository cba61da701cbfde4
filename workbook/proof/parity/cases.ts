import { readFileSync } from 'node:fs'
import type { Lesson } from '../../curriculum/lesson.ts'
import { deriveStub } from '../../curriculum/stub.ts'
import { otherAnswers } from '../other-answers.ts'

/** A text of an exercise that both sides have to judge alike. */
export interface Answer {
  id: string
  lesson: Lesson
  source: string
}

export interface Case extends Answer {
  isWrong: boolean
}

/** The start of a lesson, its solution, every other right answer and every wrong one of its manifest. */
export function casesOf(lesson: Lesson): Case[] {
  const solution = readFileSync(lesson.solution, 'utf8')
  const wrong = lesson.manifest.errores.map(({ buscar, poner }, index) => ({
    id: `error ${index + 1}`,
    source: solution.replace(buscar, () => poner),
    isWrong: true,
  }))
  const others = otherAnswers(lesson).map(({ name, source }) => ({ id: `otra ${name}`, source }))
  const whole = [
    { id: 'start', source: deriveStub(solution) },
    { id: 'solution', source: solution },
    ...others,
  ]
  return [...whole.map((one) => ({ ...one, isWrong: false })), ...wrong].map((one) => ({ ...one, lesson }))
}
