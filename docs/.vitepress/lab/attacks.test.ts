import { describe, expect, test } from 'vitest'
import { fakeResult, fakeTest } from '../../../workbook/proof/support/fake-result.ts'
import { attacksOf } from './attacks.ts'

describe('attacksOf', () => {
  const title = 'rechaza un token'
  const { lesson: some } = fakeResult([])
  const lesson = { ...some, manifest: { ...some.manifest, ataques: [title] } }
  const fare = (state: 'passed' | 'failed' | 'pending', status?: number, kind?: 'todo') => {
    const attack = {
      ...fakeTest(`${title} que no expira nunca`, state),
      id: 'a',
      failure: kind && { kind, sentence: 'Falta' },
    }
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
