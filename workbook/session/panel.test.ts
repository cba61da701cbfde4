import { describe, expect, test } from 'vitest'
import { fakeResult } from '../proof/support/fake-result.ts'
import { isScroll, scrolled, scrollTo } from './panel.ts'
import { type SessionState, STARTING } from './state.ts'

const SIZE = { columns: 80, rows: 14 }
const panel = Array.from({ length: 30 }, (_, line) => `línea ${line}`)

function stateAt(scroll: number, lines = panel): SessionState {
  const choice = { lessons: [fakeResult([]).lesson], allMine: false }
  return { choice, checking: false, results: [], solved: 0, server: STARTING, panel: lines, scroll }
}

// Four rows of the screen are not the panel's: ten lines are in sight.
describe('scrolled', () => {
  test.each([
    ['down', 0, 1],
    ['up', 5, 4],
    ['up', 0, 0],
    [' ', 0, 10],
    ['pagedown', 10, 20],
    ['pageup', 15, 5],
    ['pagedown', 15, 20],
    ['end', 0, 20],
    ['home', 20, 0],
  ])('%s goes from line %i to line %i', (key, from, to) => {
    expect(scrolled(stateAt(from), SIZE, key)).toBe(to)
  })

  test('stays where it is if all of it is in sight', () => {
    expect(scrolled(stateAt(0, panel.slice(0, 10)), SIZE, 'down')).toBe(0)
  })

  test('counts the lines that a narrow screen makes of one', () => {
    const lines = panel.map((line) => `${line} ${'palabra '.repeat(9)}`.trim())
    expect(scrolled(stateAt(0, lines), { ...SIZE, columns: 40 }, 'end')).toBeGreaterThan(20)
  })
})

describe('scrollTo', () => {
  test.each([
    [3, 0],
    [9, 0],
    [10, 1],
    [29, 20],
  ])('has line %i in sight from line %i on', (line, first) => {
    expect(scrollTo(stateAt(0), SIZE, line)).toBe(first)
  })
})

test.each([
  ['up', true],
  [' ', true],
  ['p', false],
  ['escape', false],
])('whether %j moves: %s', (key, moves) => {
  expect(isScroll(key)).toBe(moves)
})
