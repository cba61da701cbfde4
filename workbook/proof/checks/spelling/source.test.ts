import { describe, expect, test } from 'vitest'
import type { ProseLine } from './prose.ts'
import { readComments, readTexts } from './source.ts'
import { wordsOf } from './words.ts'

const words = (lines: readonly ProseLine[]) =>
  lines.flatMap(({ line, text }) => wordsOf(text).map((word) => `${line} ${word}`))

describe('readTexts', () => {
  test('reads the texts of a program with the line they are in', () => {
    expect(words(readTexts("const a = 1\nconst b = 'dos palabras'\n"))).toEqual(['2 dos', '2 palabras'])
  })

  test('reads each line of a template and the texts in its expressions, and not the expressions', () => {
    const source = `const a = \`uno \${b ? 'dos tres' : c}\ncuatro\`\n`
    expect(words(readTexts(source)).sort()).toEqual(['1 dos', '1 tres', '1 uno', '2 cuatro'])
  })

  test('does not take escapes for letters', () => {
    expect(words(readTexts("const a = 'uno\\ndos \\u001b tres'\n"))).toEqual(['1 uno', '1 dos', '1 tres'])
  })

  test('leaves out names, keys, imports and the fields of a manifest that hold code', () => {
    const source =
      "import x from 'a b'\nconst m = { 'c d': 'cierra', buscar: 'no se lee', porque: 'se lee' }\n"
    expect(words(readTexts(source))).toEqual(['2 se', '2 lee'])
  })

  test('leaves out a text that is a piece of a program', () => {
    expect(readTexts("const a = 'const uno = dos'\nconst b = 'SELECT * FROM usuarios'\n")).toEqual([])
  })

  test('reads a word alone if it has an accent', () => {
    expect(words(readTexts("const a = 'sí'\n"))).toEqual(['1 sí'])
  })
})

test('readComments reads every line of the comments, without their directives', () => {
  const source = '// #region nombre\n/**\n * Uno `dos`.\n * @throws tres\n */\nconst a = 1 // cuatro\n'
  expect(words(readComments(source))).toEqual(['3 Uno', '4 tres', '6 cuatro'])
})
