import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../proof/support/temp-folder.ts'
import { whileBusy, writeWhole } from './write-whole.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = tempFolder()
  file = join(folder, 'token.ts')
})

describe('writeWhole', () => {
  test('replaces the whole text and leaves no draft behind', () => {
    writeFileSync(file, 'un texto más largo')
    writeWhole(file, 'otro')
    expect(readFileSync(file, 'utf8')).toBe('otro')
    expect(readdirSync(folder)).toEqual(['token.ts'])
  })

  test('creates a file that is not there', () => {
    writeWhole(file, Uint8Array.of(0xff, 0x0d))
    expect([...readFileSync(file)]).toEqual([0xff, 0x0d])
  })

  test('creates the folder that is missing', () => {
    writeWhole(join(folder, '.cuaderno', 'copias', 'uno.ts'), 'uno')
    expect(readFileSync(join(folder, '.cuaderno', 'copias', 'uno.ts'), 'utf8')).toBe('uno')
  })

  test('says which file it could not write', () => {
    writeFileSync(file, 'no es una carpeta')
    const path = join(file, 'dentro.ts')
    expect(() => writeWhole(path, 'uno')).toThrow(expect.objectContaining({ path }))
  })

  test('leaves the file as it was, and no draft, if it cannot be replaced', () => {
    mkdirSync(file)
    writeFileSync(join(file, 'dentro.txt'), 'sigue')
    expect(() => writeWhole(file, 'otro')).toThrow()
    expect(readdirSync(folder)).toEqual(['token.ts'])
    expect(readFileSync(join(file, 'dentro.txt'), 'utf8')).toBe('sigue')
  })
})

describe('whileBusy', () => {
  const failing = (code: string, times: number) => {
    const calls = { count: 0 }
    const act = () => {
      calls.count += 1
      if (calls.count <= times) throw Object.assign(new Error(code), { code })
    }
    return { calls, act }
  }

  test.each(['EPERM', 'EACCES', 'EBUSY'])('tries again after %s', (code) => {
    const { calls, act } = failing(code, 2)
    whileBusy(act)
    expect(calls.count).toBe(3)
  })

  test('gives up after the attempts that it has', () => {
    const { calls, act } = failing('EBUSY', 9)
    expect(() => whileBusy(act, 3)).toThrow('EBUSY')
    expect(calls.count).toBe(3)
  })

  test('does not repeat what failed for another reason', () => {
    const { calls, act } = failing('ENOSPC', 1)
    expect(() => whileBusy(act)).toThrow('ENOSPC')
    expect(calls.count).toBe(1)
  })
})
