import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../../proof/support/temp-folder.ts'
import { tryToWrite } from './write.ts'

let folder: string

beforeEach(() => {
  folder = tempFolder()
})

describe('tryToWrite', () => {
  test('creates the folder, leaves no draft in it and says nothing', () => {
    expect(tryToWrite(join(folder, 'nueva', 'r.xml'), 'r.xml', 'hola')).toBeUndefined()
    expect(readdirSync(join(folder, 'nueva'))).toEqual(['r.xml'])
    expect(readFileSync(join(folder, 'nueva', 'r.xml'), 'utf8')).toBe('hola')
  })

  test('creates the folders around it only if it is asked to', () => {
    const path = join(folder, 'una', 'otra', 'r.xml')
    expect(tryToWrite(path, 'r.xml', 'hola')).toContain('No se puede escribir r.xml')
    expect(tryToWrite(path, 'r.xml', 'hola', { recursive: true })).toBeUndefined()
    expect(readFileSync(path, 'utf8')).toBe('hola')
  })

  test('replaces what was there', () => {
    tryToWrite(join(folder, 'r.xml'), 'r.xml', 'viejo y largo')
    tryToWrite(join(folder, 'r.xml'), 'r.xml', 'nuevo')
    expect(readFileSync(join(folder, 'r.xml'), 'utf8')).toBe('nuevo')
  })

  test('says which file and why if it could not, and leaves no draft', () => {
    mkdirSync(join(folder, 'r.xml', 'dentro'), { recursive: true })
    expect(tryToWrite(join(folder, 'r.xml'), 'r.xml', 'hola')).toMatch(
      /^No se puede escribir r\.xml \(E[A-Z]+\): comprueba que su carpeta existe/,
    )
    expect(readdirSync(folder)).toEqual(['r.xml'])
  })

  test('says so if a file is where the folder should be', () => {
    writeFileSync(join(folder, 'a'), '')
    expect(tryToWrite(join(folder, 'a', 'r.xml'), 'a/r.xml', '')).toContain('No se puede escribir a/r.xml')
  })
})
