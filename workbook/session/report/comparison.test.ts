import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { DiffLine } from '../../verdict/diff-lines.ts'
import { compareLines } from './comparison.ts'
import { type Paint, plain } from './paint.ts'

const same = (count: number): DiffLine[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'same', text: `igual ${index + 1}` }))
const mine: DiffLine = { kind: 'mine', text: 'mía' }
const theirs: DiffLine = { kind: 'theirs', text: 'suya' }
const body = (lines: DiffLine[]) => compareLines(lines, plain).slice(3)

describe('compareLines', () => {
  test('starts with a legend', () => {
    expect(compareLines([mine], plain)).toEqual(['- lo tuyo', '+ la solución', '', '- mía'])
  })

  test('leaves three equal lines around each difference and folds the rest', () => {
    expect(body([...same(5), mine, theirs, ...same(9), theirs, ...same(4)])).toEqual([
      ...['…', '  igual 3', '  igual 4', '  igual 5', '- mía', '+ suya'],
      ...['  igual 1', '  igual 2', '  igual 3', '…', '  igual 7', '  igual 8', '  igual 9', '+ suya'],
      ...['  igual 1', '  igual 2', '  igual 3', '…'],
    ])
  })

  test('folds nothing of six equal lines between two differences', () => {
    expect(body([mine, ...same(6), theirs])).not.toContain('…')
  })

  test('paints the same lines that it would print without colours', () => {
    const lines = [...same(5), mine, theirs]
    const marked: Paint = (format, text) => `\u001b[31m${format}:${text}\u001b[39m`
    expect(compareLines(lines, marked).slice(-2).map(stripVTControlCharacters)).toEqual([
      'red:- mía',
      'green:+ suya',
    ])
  })

  test('lets no control sequence of the learner’s file through', () => {
    expect(body([{ kind: 'mine', text: "'\u001b[2J'" }])).toEqual(["- ''"])
  })

  test('leaves no blanks at the end of an equal line that is empty', () => {
    expect(body([{ kind: 'same', text: '' }, mine])).toEqual(['', '- mía'])
  })
})
