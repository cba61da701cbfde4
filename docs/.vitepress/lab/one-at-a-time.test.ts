import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

test('a job that is asked for while it runs is done once more, and not twice at once', async () => {
  let [done, active, most] = [0, 0, 0]
  const ask = oneAtATime(async () => {
    most = Math.max(most, ++active)
    await new Promise((resolve) => setTimeout(resolve))
    active -= 1
    done += 1
  })
  await Promise.all([ask(), ask(), ask()])
  expect({ done, most }).toEqual({ done: 2, most: 1 })
  await ask()
  expect(done).toBe(3)
})
