import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'

/** A native package that lists its binaries, all of them locked, for every system but these. */
function nativePackage(name: string, leftOut: readonly string[] = [], unlocked: readonly string[] = []) {
  const platforms = ['win32-x64', 'win32-arm64', 'darwin-x64', 'darwin-arm64', 'linux-x64', 'linux-arm64']
  const listed = platforms.filter((platform) => !leftOut.includes(platform)).map((p) => `@${name}/${p}`)
  const locked = listed.filter((binary) => !unlocked.some((platform) => binary.endsWith(platform)))
  return {
    [`node_modules/${name}`]: { optionalDependencies: Object.fromEntries(listed.map((n) => [n, '1.0.0'])) },
    ...Object.fromEntries(locked.map((binary) => [`node_modules/${binary}`, {}])),
  }
}

describe('checkLockfile', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  let problems: string[]

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    const packages = {
      ...nativePackage('completo'),
      ...nativePackage('sin-mac', ['darwin-x64', 'darwin-arm64'], []),
      ...nativePackage('sin-brazo', ['win32-arm64', 'linux-arm64']),
      ...nativePackage('sin-bloquear', [], ['win32-x64']),
      'node_modules/puro': { dependencies: { otro: '1.0.0' } },
    }
    copy.write('package-lock.json', JSON.stringify({ packages }))
    problems = await copy.problems('lockfile.ts', 'checkLockfile')
  }, 30_000)
  afterAll(() => copy.remove())

  const of = (name: string) =>
    problems
      .find((problem) => problem.startsWith(`${name}: `))
      ?.split(': ')
      .at(-1)

  test('finds nothing wrong with a package that has all of its binaries, or needs none', () => {
    expect([of('completo'), of('puro')]).toEqual([undefined, undefined])
  })

  test('notices a package that does not list some systems', () => {
    expect(of('sin-brazo')).toBe('win32-arm64 · linux-arm64')
  })

  test('notices a package that does not list macOS at all', () => {
    expect(of('sin-mac')).toBe('darwin-x64 · darwin-arm64')
  })

  test('notices a binary that is listed but not locked', () => {
    expect(of('sin-bloquear')).toBe('win32-x64')
  })
})
