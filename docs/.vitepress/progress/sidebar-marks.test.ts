import { describe, expect, test } from 'vitest'
import { markRules } from './sidebar-marks.ts'

describe('markRules', () => {
  test('marks each lesson that is done, in words too', () => {
    const rules = markRules(['01-uno', '02-dos']).split('\n')
    expect(rules).toHaveLength(2)
    expect(rules[0]).toContain('a[href$="/01-uno"]')
    expect(rules[1]).toContain('content:" ✓" / ", hecha"')
  })

  test('marks nothing when nothing is done', () => {
    expect(markRules([])).toBe('')
  })
})
