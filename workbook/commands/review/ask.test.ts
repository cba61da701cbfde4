import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../curriculum/lessons.ts'
import { readRecording } from '../../curriculum/recording.ts'
import { plain } from '../../session/report/paint.ts'
import { heightOf } from '../../session/report/wrap.ts'
import type { Card } from '../../verdict/review/card.ts'
import { deckOf } from '../../verdict/review/deck.ts'
import { askRound } from './ask.ts'
import { questionLines } from './lines.ts'

const SIZE = { columns: 80, rows: 24 }

function card(number: number): Card {
  const options = ['una', 'otra', 'esa', 'aquella'].map((text, index) => ({
    ...{ text, right: index === 1, why: `Porque ${text}.` },
  }))
  const id = `01-uno/quiz/${number}`
  return { id, lesson: 1, slug: '01-uno', kind: 'quiz', asks: `¿Pregunta \`${number}\`?`, code: [], options }
}

/** What is written and remembered when these keys are pressed. */
async function played(cards: readonly Card[], keys: readonly string[], size = SIZE) {
  const written: string[] = []
  const remembered: [string, boolean][] = []
  const left = [...keys]
  await askRound(
    cards,
    {
      size: () => size,
      paint: plain,
      write: (lines) => void written.push(...lines),
      nextKey: async () => left.shift() ?? 'q',
    },
    ({ id }, right) => void remembered.push([id, right]),
  )
  return { text: written.join('\n'), remembered, left }
}

const CARDS = [card(1), card(2), card(3)]

describe('askRound', () => {
  test('asks, explains and counts', async () => {
    const { text, remembered } = await played(CARDS, ['2', 'return', '1', 'return', '2'])
    expect(remembered.map(([, right]) => right)).toEqual([true, false, true])
    expect(text).toContain('Pregunta 1 de 3 · Lección 1 · Cuestionario')
    expect(text).toContain('✓ 2. Correcto. Porque otra.')
    expect(text).toContain('✗ 1. No es esa. Porque una.\nLa respuesta es la 2. Porque otra.')
    expect(text).toMatch(/Aciertos: 2 de 3\.\nLo que fallaste vuelve mañana; lo que sabías, más tarde\.$/)
  })

  test.each([
    ['2', true],
    ['b', true],
    ['B', true],
    ['1', false],
    ['d', false],
  ])('takes %s for an answer', async (key, right) => {
    expect((await played([card(1)], [key])).remembered).toEqual([['01-uno/quiz/1', right]])
  })

  test('takes no other key for one, and only Enter to go on', async () => {
    const { remembered } = await played(CARDS, [
      '5',
      '0',
      'x',
      ' ',
      'return',
      '2',
      '2',
      'x',
      'return',
      '1',
      'q',
    ])
    expect(remembered).toEqual([
      ['01-uno/quiz/1', true],
      ['01-uno/quiz/2', false],
    ])
  })

  test('keeps each answer as soon as it is given, whoever leaves after it', async () => {
    const { remembered, text } = await played(CARDS, ['2', 'q'])
    expect(remembered).toEqual([['01-uno/quiz/1', true]])
    expect(text).toMatch(/Aciertos: 1 de 1\.\nVuelven dentro de unos días, y cada vez más tarde\.$/)
  })

  test('lets leave without an answer', async () => {
    const { remembered, text } = await played(CARDS, ['q'])
    expect(remembered).toEqual([])
    expect(text).toMatch(/Lo dejas sin responder ninguna: siguen ahí para cuando vuelvas$/)
  })

  test('draws nothing again and moves nothing on the screen', async () => {
    const { text } = await played(CARDS, ['2', 'return', '1', 'return', '2'])
    expect(text).not.toContain('\x1b')
    expect(text).not.toContain('\r')
  })
})

describe('questionLines', async () => {
  const solutionOf = ({ solution }: { solution: string }) => readFileSync(solution, 'utf8')
  const deck = deckOf(await loadLessons(), solutionOf, readRecording())

  test.each([15, 24])('fit above the cursor, all questions of the book, in 80 × %i', (rows) => {
    for (const each of deck) {
      const lines = questionLines(each, 'Pregunta 1 de 5', { columns: 80, rows }, plain)
      expect(heightOf(lines, 80), `${each.id}\n${lines.join('\n')}`).toBeLessThan(rows)
    }
  })

  test('show all that changes, however few rows there are', () => {
    for (const { id, code, ...rest } of deck) {
      const size = { columns: 40, rows: 6 }
      const lines = questionLines({ id, code, ...rest }, 'Pregunta 1 de 5', size, plain)
      for (const line of code.filter((line) => /^[-+]/.test(line))) expect(lines, id).toContain(line)
    }
  })
})
