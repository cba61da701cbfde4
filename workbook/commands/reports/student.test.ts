import { afterEach, describe, expect, test, vi } from 'vitest'
import { tempFolder } from '../../proof/support/temp-folder.ts'
import { studentName } from './student.ts'

function configure(name: string): void {
  vi.stubEnv('GIT_CONFIG_COUNT', '1')
  vi.stubEnv('GIT_CONFIG_KEY_0', 'user.name')
  vi.stubEnv('GIT_CONFIG_VALUE_0', name)
}

describe('studentName', () => {
  afterEach(() => void vi.unstubAllEnvs())

  test('is the one that Git knows', () => {
    configure(' Ana Núñez ')
    expect(studentName()).toBe('Ana Núñez')
  })

  test('is none if it is blank', () => {
    configure('  ')
    expect(studentName()).toBeUndefined()
  })

  test('is none without Git', () => {
    vi.stubEnv('PATH', tempFolder())
    expect(studentName()).toBeUndefined()
  })
})
