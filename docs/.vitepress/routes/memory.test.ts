import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { classOf, EARLY_ROUTE, parseRoute, STORAGE_KEY } from './memory.ts'

test.each([
  [null, 'aqui'],
  ['terminal', 'terminal'],
  ['aqui', 'aqui'],
  ['otra', 'aqui'],
])('takes %j for the route %s, as the script before the first paint does', (kept, route) => {
  const classes: string[] = []
  runInNewContext(EARLY_ROUTE, {
    localStorage: { getItem: (key: string) => (key === STORAGE_KEY ? kept : null) },
    document: { documentElement: { classList: { add: (name: string) => classes.push(name) } } },
  })
  expect(parseRoute(kept)).toBe(route)
  expect(classes).toEqual([classOf(parseRoute(kept))])
})

test('a browser that keeps nothing has nothing to install', () => {
  const classes: string[] = []
  runInNewContext(EARLY_ROUTE, {
    localStorage: {
      getItem: () => {
        throw new Error('denied')
      },
    },
    document: { documentElement: { classList: { add: (name: string) => classes.push(name) } } },
  })
  expect(classes).toEqual(['via-aqui'])
})
