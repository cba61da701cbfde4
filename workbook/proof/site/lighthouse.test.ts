import { expect, test } from 'vitest'
import { reachesGoals, readScores, runsLighthouse } from './lighthouse.ts'

const report = (seo: number | null) => ({
  categories: {
    performance: { score: 0.954, auditRefs: [{ id: 'slow', weight: 1 }] },
    accessibility: { score: 1, auditRefs: [] },
    'best-practices': { score: 1, auditRefs: [] },
    seo: {
      score: seo,
      auditRefs: [
        { id: 'description', weight: 1 },
        { id: 'title', weight: 1 },
        { id: 'advice', weight: 0 },
      ],
    },
  },
  audits: {
    slow: { score: 0.5, title: 'Es lenta' },
    description: { score: 0, title: 'No hay descripción' },
    title: { score: 1, title: 'Hay título' },
    advice: { score: 0, title: 'Un consejo' },
  },
})

test('scores are of 100, and reaching the goals is enough', () => {
  const scores = readScores('/', report(1))
  expect(scores.scores).toEqual({ performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 })
  expect(scores.lost).toEqual([])
  expect(reachesGoals(scores)).toBe(true)
})

test('below a goal, tells the audits that took points, and only those', () => {
  const scores = readScores('/', report(0.98))
  expect(scores.lost).toEqual(['seo: No hay descripción'])
  expect(reachesGoals(scores)).toBe(false)
})

test('what could not be measured does not count as reached', () => {
  expect(reachesGoals(readScores('/', report(null)))).toBe(false)
})

test.each([
  ['20.20.2', false],
  ['22.18.0', false],
  ['22.19.0', true],
  ['24.0.0', true],
])('whether Node %s is one that Lighthouse runs on: %s', (version, enough) => {
  expect(runsLighthouse(version)).toBe(enough)
})
