import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../../workbook/curriculum/lessons.ts'
import { readSpecification } from '../../../workbook/curriculum/specification.ts'
import { fakeResult, fakeTest } from '../../../workbook/proof/support/fake-result.ts'
import { ATTACKS } from './attack-titles.ts'
import { attacksOf } from './attacks.ts'

const lessons = await loadLessons()

describe('the attacks', () => {
  test('are there for every lesson, and for no other', () => {
    expect(Object.keys(ATTACKS)).toEqual(lessons.map(({ slug }) => slug))
  })

  test.each(lessons)('of lesson $number are tests of its specification', ({ slug, spec }) => {
    // What comes before the name of a case.
    const titles = readSpecification(readFileSync(spec, 'utf8')).map(
      ({ title }) => title.split(/[%$]/)[0] ?? '',
    )
    const unknown = ATTACKS[slug]?.filter(
      (attack) => !titles.some((title) => title.startsWith(attack) || (title && attack.startsWith(title))),
    )
    expect(unknown).toEqual([])
  })
})

describe('attacksOf', () => {
  const [title = ''] = ATTACKS['03-expiracion'] ?? []
  const lesson = { ...fakeResult([]).lesson, slug: '03-expiracion' }
  const fare = (state: 'passed' | 'failed' | 'pending', status?: number, kind?: 'todo') => {
    const attack = { ...fakeTest(title, state), id: 'a', failure: kind && { kind, sentence: 'Falta' } }
    const result = { ...fakeResult([attack, fakeTest('otra cosa', 'passed')]), lesson }
    const exchange = { test: 'a', method: 'GET', path: '/perfil', token: true, status: status ?? 0 }
    return attacksOf(result, status ? [exchange] : []).map(({ verdict }) => verdict)
  }

  test.each([
    ['passed', 401, undefined, 'blocked'],
    ['failed', 200, undefined, 'in'],
    ['failed', 500, undefined, 'open'],
    ['failed', undefined, undefined, 'open'],
    ['failed', 500, 'todo', 'unknown'],
    ['pending', undefined, undefined, 'unknown'],
  ] as const)('calls a test that is %s with status %s (%s) %s', (state, status, kind, verdict) => {
    expect(fare(state, status, kind)).toEqual([verdict])
  })
})
