import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../proof/support/temp-folder.ts'
import { savedAt } from './saved-at.ts'

test('is in whole milliseconds, and never later than what comes after it', () => {
  const file = join(tempFolder(), 'token.ts')
  for (let save = 0; save < 200; save++) {
    writeFileSync(file, `${save}`)
    expect(savedAt(file)).toBeLessThanOrEqual(Date.now())
  }
  utimesSync(file, 1_000_000.0007, 1_000_000.0007)
  expect(savedAt(file)).toBe(1_000_000_000)
})

test('is nothing if the file is not there', () => {
  expect(savedAt(join(tempFolder(), 'token.ts'))).toBeUndefined()
})
