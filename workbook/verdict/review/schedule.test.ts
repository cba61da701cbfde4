import { describe, expect, test } from 'vitest'
import { answered, comesBack, dayOf, isDue, type Memory, mergeMemories, soundMemory } from './schedule.ts'

const ID = '01-generar-el-token/quiz/1abc'
const OTHER = '02-proteger-rutas/mistake/2def'

/** The memory after answers to the same question, each on the day on which it comes back. */
function after(results: readonly boolean[], start = '2026-11-29'): Memory {
  return results.reduce<Memory>(
    (memory, right) => answered(memory, ID, right, memory[ID] ? comesBack(memory[ID]) : start),
    {},
  )
}

describe('dayOf', () => {
  test.each([
    [new Date(2026, 10, 29, 0, 0), '2026-11-29'],
    [new Date(2026, 10, 29, 23, 59), '2026-11-29'],
    [new Date(2027, 0, 3), '2027-01-03'],
  ])('is the day of the calendar, whatever the hour: %s', (now, day) => {
    expect(dayOf(now)).toBe(day)
  })
})

describe('answered', () => {
  test.each([
    [[false], 1],
    [[true], 6],
    [[true, true], 15],
    [[true, true, true], 38],
    [[true, true, true, true], 95],
    [[true, true, true, false], 1],
    [[true, true, true, false, true], 6],
  ])('after %j, the question comes back in %i days', (results, days) => {
    expect(after(results)[ID]?.days).toBe(days)
  })

  test('never asks for more than a century', () => {
    expect(after(Array(40).fill(true))[ID]?.days).toBe(36_500)
  })

  test('counts once what is right twice in a day, and a miss whenever it comes', () => {
    const once = answered({}, ID, true, '2026-11-29')
    expect(answered(once, ID, true, '2026-11-29')).toEqual(once)
    expect(answered(once, ID, false, '2026-11-29')[ID]).toEqual({ day: '2026-11-29', days: 1 })
  })

  test('does not make a miss known on the same day', () => {
    const missed = answered({}, ID, false, '2026-11-29')
    expect(answered(missed, ID, true, '2026-11-29')).toEqual(missed)
  })

  test('leaves alone what it is given', () => {
    const memory = after([true])
    const before = structuredClone(memory)
    answered(memory, OTHER, false, '2026-11-30')
    expect(memory).toEqual(before)
  })
})

describe('isDue', () => {
  test.each([
    ['2026-11-29', false],
    ['2026-12-04', false],
    ['2026-12-05', true],
    ['2027-03-01', true],
    ['2026-11-28', true],
    ['2020-01-01', true],
  ])('of a question answered on 29 November that waits six days, on %s: %s', (today, due) => {
    expect(isDue({ day: '2026-11-29', days: 6 }, today)).toBe(due)
  })

  test.each([
    ['2028-02-28', '2028-02-29'],
    ['2026-12-31', '2027-01-01'],
    // Where the clock changes, these days have 23 and 25 hours.
    ['2026-03-28', '2026-03-29'],
    ['2026-10-25', '2026-10-26'],
  ])('a missed question of %s comes back on %s', (day, next) => {
    expect(comesBack({ day, days: 1 })).toBe(next)
    expect(isDue({ day, days: 1 }, next)).toBe(true)
    expect(isDue({ day, days: 1 }, day)).toBe(false)
  })
})

describe('mergeMemories', () => {
  const early = { day: '2026-11-01', days: 15 }
  const late = { day: '2026-11-20', days: 1 }

  test('keeps of each question the last answer, from wherever it is', () => {
    expect(mergeMemories({ [ID]: early }, { [ID]: late, [OTHER]: early })).toEqual({
      [ID]: late,
      [OTHER]: early,
    })
    expect(mergeMemories({ [ID]: late }, { [ID]: early })).toEqual({ [ID]: late })
  })
})

describe('soundMemory', () => {
  const sound = { day: '2026-11-29', days: 6 }

  test('reads what it wrote', () => {
    const memory = after([true, true, false])
    expect(soundMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory)
  })

  test.each([undefined, null, 7, 'hola', [], [1], [null]])('finds nothing in %j', (value) => {
    expect(soundMemory(value)).toEqual({})
  })

  test.each([
    ['another name', 'cualquiera', sound],
    ['a name with more in it', `${ID}"]{}`, sound],
    ['a prototype', '__proto__', sound],
    ['no day', ID, { days: 6 }],
    ['a day that is none', ID, { day: '2026-13-40', days: 6 }],
    ['an instant', ID, { day: '2026-11-29T10:00:00Z', days: 6 }],
    ['half a day', ID, { day: '2026-11-29', days: 0.5 }],
    ['no days at all', ID, { day: '2026-11-29', days: 0 }],
    ['too many days', ID, { day: '2026-11-29', days: 1e308 }],
    ['a list', ID, ['2026-11-29', 6]],
    ['null', ID, null],
  ])('leaves out what has %s, and keeps the rest', (_what, id, recall) => {
    expect(soundMemory({ [id]: recall, [OTHER]: sound })).toEqual({ [OTHER]: sound })
  })
})
