import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../curriculum/paths.ts'
import { failureLines, placeText } from './failure.ts'
import { plain } from './paint.ts'

const FILE = join('lessons', '03-expiracion', 'expiracion.ts')
const place = { file: join(ROOT, FILE), line: 27 }

describe('failureLines', () => {
  test('tells the sentence, the values, what was thrown and the place, in this order', () => {
    const failure = { sentence: 'Devuelve 1', expected: '1', received: '2', thrown: 'Error: roto', place }
    expect(failureLines(failure, 2, plain)).toEqual([
      '  Devuelve 1',
      '  Esperado: 1',
      '  Recibido: 2',
      '  Tu código lanzó: Error: roto',
      `  ${FILE}:27`,
    ])
  })

  test('leaves out what is not known', () => {
    expect(failureLines({ sentence: 'Devuelve 1' }, 0, plain)).toEqual(['Devuelve 1'])
  })

  test('shows an empty text as a value', () => {
    const lines = failureLines({ sentence: 'Devuelve el texto', received: '' }, 0, plain)
    expect(lines).toEqual(['Devuelve el texto', 'Recibido: '])
  })

  test('breaks a long sentence and keeps its indentation', () => {
    const lines = failureLines({ sentence: 'palabra '.repeat(12).trim() }, 8, plain)
    expect(lines).toHaveLength(2)
    expect(lines.every((line) => line.startsWith('        palabra'))).toBe(true)
  })

  test('puts a value of several lines in one', () => {
    const lines = failureLines({ sentence: 'x', expected: '{\n  "a": 1,\n  "b": 2\n}' }, 0, plain)
    expect(lines[1]).toBe('Esperado: { "a": 1, "b": 2 }')
  })

  test('cuts a value that nobody could compare', () => {
    const [, line = ''] = failureLines({ sentence: 'x', received: 'a'.repeat(500) }, 0, plain)
    expect(line).toMatch(/^Recibido: a{160}…$/)
  })

  test('paints the sentence and the place', () => {
    const tagged = failureLines({ sentence: 'Devuelve 1', place }, 0, (format, text) => `<${format}>${text}`)
    expect(tagged).toEqual(['<bold>Devuelve 1', `<cyan>${FILE}:27`])
  })
})

describe('placeText', () => {
  test('is relative to the project, so that an editor opens it', () => {
    expect(placeText(place)).toBe(`${FILE}:27`)
  })
})
