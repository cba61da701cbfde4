import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TEXTS } from '../verdict/explain/texts.ts'
import { CalmLines } from './calm-lines.ts'

let told: string[][]
let lines: CalmLines

beforeEach(() => {
  vi.useFakeTimers()
  told = []
  lines = new CalmLines(
    (some) => told.push(some),
    (line) => !line.includes('ruido'),
  )
})
afterEach(() => void vi.useRealTimers())

/** Writes these pieces, and lets the pause go by. */
function write(...pieces: string[]): string[][] {
  for (const piece of pieces) lines.add(piece)
  vi.runAllTimers()
  return told
}

test('tells whole lines, however they come', () => {
  expect(write('un', 'o\ndos\ntr')).toEqual([['uno', 'dos']])
  expect(write('es\n')).toEqual([['uno', 'dos'], ['tres']])
})

test('leaves out what does not matter, and blank lines', () => {
  expect(write('uno\n\n  \nun ruido\n')).toEqual([['uno']])
})

test('of a flood tells the last three lines and how many there were', () => {
  const flood = Array.from({ length: 10 }, (_, index) => `${index}\n`).join('')
  expect(write(flood)).toEqual([[TEXTS.serverMore(7), '7', '8', '9']])
  expect(write('más\n')[1]).toEqual(['más'])
})

test('keeps the indent, and nothing that a terminal would obey', () => {
  expect(write('  \u001b[31mrojo\u001b[0m\u0007\n')).toEqual([['  rojo']])
})

test('does not remember a line without end', () => {
  expect(write('x'.repeat(5000), '\n')[0]?.[0]?.length).toBeLessThan(1001)
})

test('says nothing once it is stopped', () => {
  lines.add('uno\ndos')
  lines.stop()
  expect(write('tres\n')).toEqual([['tres']])
})
