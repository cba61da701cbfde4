import { expect, test } from 'vitest'
import { Histories } from './histories.ts'

function storage(refuse = false) {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (refuse) throw new Error('full')
      kept.set(key, value)
    },
  }
}

test('gives back what was kept of a file that is as it was left', () => {
  const histories = new Histories(storage())
  histories.save('uno.ts', { doc: 'uno' })
  histories.save('dos.ts', { doc: 'dos' })
  expect(histories.read('uno.ts', 'uno')).toEqual({ doc: 'uno' })
  expect(histories.read('dos.ts', 'dos')).toEqual({ doc: 'dos' })
})

test('forgets a text that changed elsewhere', () => {
  const histories = new Histories(storage())
  histories.save('uno.ts', { doc: 'uno' })
  expect(histories.read('uno.ts', 'otro')).toBeUndefined()
})

test.each(['{', 'null', '7', '[]'])('has nothing where %j was kept', (damaged) => {
  const there = storage()
  const histories = new Histories(there)
  histories.save('uno.ts', { doc: 'uno' })
  for (const key of there.kept.keys()) there.kept.set(key, damaged)
  expect(histories.read('uno.ts', 'uno')).toBeUndefined()
})

test.each([undefined, storage(true)])('does without a storage, or with one that is full', (there) => {
  const histories = new Histories(there)
  histories.save('uno.ts', { doc: 'uno' })
  expect(histories.read('uno.ts', 'uno')).toBeUndefined()
})
