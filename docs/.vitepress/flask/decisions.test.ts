import { describe, expect, test } from 'vitest'
import { readRecording } from '../../../workbook/curriculum/recording.ts'
import { DECISIONS, decisionOn } from './decisions.ts'
import { differencesOf } from './differences.ts'

const recording = readRecording()
const differences = recording.flatMap(differencesOf)

describe('what was recorded of Flask and of the workbook', () => {
  test('has no situation twice', () => {
    const titles = recording.map(({ titulo }) => titulo)
    expect(titles).toEqual([...new Set(titles)])
  })

  test('differs in nothing that no decision explains', () => {
    expect(differences.filter((difference) => !decisionOn(difference))).toEqual([])
  })

  test.each(DECISIONS)('differs where it is decided: $pide', (decision) => {
    const explained = differences.filter((difference) => decisionOn(difference) === decision)
    const titles = new Set(explained.map(({ titulo }) => titulo))
    expect(titles.size).toBeGreaterThan(0)
    expect(decision.situaciones?.filter((title) => !titles.has(title)) ?? []).toEqual([])
  })
})
