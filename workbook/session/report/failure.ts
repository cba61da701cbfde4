import { relative } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'
import type { Failure, Place } from '../../verdict/model.ts'
import { shorten } from '../../verdict/shorten.ts'
import { TEXTS } from '../../verdict/texts.ts'
import type { Paint } from './paint.ts'
import { wrap } from './wrap.ts'

/** How a failure is told: the sentence, what was expected and what came, and where to look. */
export function failureLines(failure: Failure, indent: number, paint: Paint, width = 80): string[] {
  const { sentence, expected, received, thrown, place } = failure
  const margin = ' '.repeat(indent)
  return [
    ...wrap(sentence, indent, width).map((line) => paint('bold', line)),
    ...(expected === undefined ? [] : [`${margin}${TEXTS.expected} ${shorten(expected)}`]),
    ...(received === undefined ? [] : [`${margin}${TEXTS.received} ${shorten(received)}`]),
    ...(thrown ? wrap(`${TEXTS.thrown} ${thrown}`, indent, width) : []),
    ...(place ? [`${margin}${paint('cyan', placeText(place))}`] : []),
  ]
}

/** `archivo:línea`, which terminals of editors make clickable. */
export function placeText({ file, line }: Place): string {
  return `${relative(ROOT, file)}:${line}`
}
