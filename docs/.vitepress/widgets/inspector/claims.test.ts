import { expect, test } from 'vitest'
import { describeDate, explainClaims } from './claims.ts'

const NOW = 1_767_261_600
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

test.each([
  [NOW + 90, 'dentro de 1 min 30 s'],
  [NOW - 3600, 'hace 1 h'],
  [NOW, 'hace 0 s'],
])('says how far %i is', (date, expected) => {
  expect(plain(describeDate(date, NOW))).toMatch(new RegExp(`202[56].*\\(${expected}\\)$`))
})

test.each([['mañana'], [null], [1e14]])('leaves %j, which is no date, as it is', (value) => {
  expect(describeDate(value, NOW)).toBe(JSON.stringify(value))
})

test('explains the claims of the standard and only them', () => {
  expect(explainClaims({ sub: '1', rol: 'admin', constructor: 1 }, NOW)).toEqual([
    { name: 'sub', value: '"1"', meaning: 'a quién identifica' },
    { name: 'rol', value: '"admin"', meaning: undefined },
    { name: 'constructor', value: '1', meaning: undefined },
  ])
})
