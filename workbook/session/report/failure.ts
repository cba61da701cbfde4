import { relative } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'
import type { Failure, Place } from '../../verdict/model.ts'
import { shorten } from '../../verdict/shorten.ts'
import { TEXTS } from '../../verdict/texts.ts'
import type { Paint } from './paint.ts'
import { wrap } from './wrap.ts'

/** How a failure is told, a part after another. */
export interface FailureParts {
  sentence: string[]
  /** What was expected and what came, in a line each: a value is not broken. */
  values: string[]
  thrown: string[]
  /** Where to look. */
  place: string[]
}

/** The parts of what is told of a failure; those that it does not have are empty. */
export function failureParts(failure: Failure, indent: number, paint: Paint, width = 80): FailureParts {
  const { sentence, expected, received, thrown, place } = failure
  const values = [
    expected === undefined ? undefined : `${TEXTS.expected} ${shorten(expected)}`,
    received === undefined ? undefined : `${TEXTS.received} ${shorten(received)}`,
  ]
  return {
    sentence: wrap(sentence, indent, width).map((line) => paint('bold', line)),
    values: values.flatMap((value) => (value === undefined ? [] : [' '.repeat(indent) + value])),
    thrown: thrown ? wrap(`${TEXTS.thrown} ${thrown}`, indent, width) : [],
    place: place ? [`${' '.repeat(indent)}${paint('cyan', placeText(place))}`] : [],
  }
}

/** How a failure is told: the sentence, what was expected and what came, and where to look. */
export function failureLines(failure: Failure, indent: number, paint: Paint, width = 80): string[] {
  const { sentence, values, thrown, place } = failureParts(failure, indent, paint, width)
  return [...sentence, ...values, ...thrown, ...place]
}

/** `archivo:línea`, which terminals of editors make clickable. */
export function placeText({ file, line }: Place): string {
  return `${relative(ROOT, file)}:${line}`
}
