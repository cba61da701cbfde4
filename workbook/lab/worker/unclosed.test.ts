import { describe, expect, test } from 'vitest'
import { collectLessons } from '../build/lesson-data.ts'
import { lineOfUnclosed } from './unclosed.ts'

const { files } = await collectLessons()

describe('lineOfUnclosed', () => {
  test('finds nothing in any file of the project', () => {
    const found = Object.entries(files).flatMap(([path, text]) => {
      const line = lineOfUnclosed(text)
      return line ? [`${path}:${line}`] : []
    })
    expect(found).toEqual([])
  })

  test.each([
    ['a string', "const a = 'uno'\nconst b = 'dos\nconst c = 'tres'", 2],
    ['a string in double quotes', 'f("uno)\nf("dos")', 1],
    ['a regular expression', 'const a = 1 / 2\nreturn /uno\n// dos', 2],
  ])('finds %s', (_what, text, line) => {
    expect(lineOfUnclosed(text)).toBe(line)
  })

  test.each([
    ['an apostrophe in a comment', "// d'oh\n/* d'oh */"],
    ['a quote in a template', "`it's\nmore`"],
    ['a quote in a regular expression', "text.replace(/['\"]/g, '')"],
    ['a quote after a backslash', "const a = 'it\\'s'"],
    ['a division', 'const a = b / c\nconst d = (e) / f'],
  ])('is not misled by %s', (_what, text) => {
    expect(lineOfUnclosed(text)).toBeUndefined()
  })
})
