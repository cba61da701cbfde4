import { describe, expect, test } from 'vitest'
import { seeded } from '../../proof/support/seeded.ts'
import type { Card, Kind } from './card.ts'
import { drawRound, nextDay } from './round.ts'
import type { Memory } from './schedule.ts'

const TODAY = '2026-11-29'

function card(kind: Kind, number: number): Card {
  const options = ['a', 'b', 'c', 'd'].map((text) => ({ text, right: text === 'a', why: `porque ${text}` }))
  return { id: `01-uno/${kind}/${number}`, lesson: 1, slug: '01-uno', kind, asks: '¿?', code: [], options }
}

const CARDS = (['quiz', 'mistake', 'answer'] as const).flatMap((kind) =>
  [1, 2, 3, 4, 5, 6].map((number) => card(kind, number)),
)
const idsOf = (cards: readonly Card[]) => cards.map(({ id }) => id)

/** From 0 to 1, without the 1. */
function fractions(seed: number): () => number {
  const next = seeded(seed)
  return () => next(2 ** 30) / 2 ** 30
}

const draw = (memory: Memory = {}, seed = 1, today = TODAY) =>
  drawRound(CARDS, memory, today, fractions(seed))

describe('drawRound', () => {
  test('asks five different questions, of the three kinds', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const round = draw({}, seed)
      expect(new Set(idsOf(round)).size).toBe(5)
      expect(new Set(round.map(({ kind }) => kind)).size).toBe(3)
    }
  })

  test('is the same for the same seed and the same day, and another for another seed', () => {
    expect(draw({}, 7)).toEqual(draw({}, 7))
    expect(draw({}, 7)).not.toEqual(draw({}, 8))
  })

  test('puts the options in another order and loses none', () => {
    const orders = new Set<string>()
    for (let seed = 1; seed <= 20; seed++) {
      for (const { options } of draw({}, seed)) {
        const texts = options.map(({ text }) => text)
        expect([...texts].sort()).toEqual(['a', 'b', 'c', 'd'])
        orders.add(texts.join(''))
      }
    }
    expect(orders.size).toBeGreaterThan(10)
  })

  test('asks first what comes back, and what was missed before what was known', () => {
    const memory: Memory = {
      '01-uno/quiz/1': { day: '2026-11-01', days: 15 },
      '01-uno/quiz/2': { day: '2026-11-28', days: 1 },
      '01-uno/mistake/1': { day: '2026-11-23', days: 6 },
      '01-uno/mistake/2': { day: '2026-11-28', days: 6 },
    }
    const ids = idsOf(draw(memory))
    expect(ids.slice(0, 3)).toEqual(['01-uno/quiz/2', '01-uno/mistake/1', '01-uno/quiz/1'])
    expect(ids).toHaveLength(5)
    expect(ids).not.toContain('01-uno/mistake/2')
  })

  test('asks nothing twice in a day', () => {
    const asked: string[] = []
    let memory: Memory = {}
    for (let round = 0; round < 4; round++) {
      const ids = idsOf(draw(memory, round))
      asked.push(...ids)
      memory = { ...memory, ...Object.fromEntries(ids.map((id) => [id, { day: TODAY, days: 1 }])) }
    }
    expect(new Set(asked).size).toBe(CARDS.length)
    expect(asked).toHaveLength(CARDS.length)
    expect(draw(memory)).toEqual([])
    expect(draw(memory, 1, '2026-11-30')).toHaveLength(5)
  })

  test('asks again, with a clock that was put back, what was answered later', () => {
    const memory = Object.fromEntries(idsOf(CARDS).map((id) => [id, { day: '2031-01-01', days: 95 }]))
    expect(draw(memory)).toHaveLength(5)
  })

  test('has nothing to ask of nothing', () => {
    expect(drawRound([], {}, TODAY)).toEqual([])
  })
})

describe('nextDay', () => {
  test('is the first on which one of these questions comes back', () => {
    const memory: Memory = {
      '01-uno/quiz/1': { day: '2026-11-29', days: 6 },
      '01-uno/quiz/2': { day: '2026-11-29', days: 1 },
      '09-otra/quiz/1': { day: '2026-11-28', days: 1 },
    }
    expect(nextDay(CARDS, memory)).toBe('2026-11-30')
    expect(nextDay(CARDS, {})).toBeUndefined()
  })
})
