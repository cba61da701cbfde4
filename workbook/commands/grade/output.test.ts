import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../proof/support/temp-folder.ts'
import { whyNotOutput, writeOutput } from './output.ts'

const files = (...pairs: [string, string][]) => new Map(pairs)

describe('writeOutput', () => {
  test('writes, and writes again over its own', () => {
    const folder = join(tempFolder(), 'calificaciones')
    expect(writeOutput(folder, files(['a.csv', 'uno'], ['e/ana.html', 'x']))).toEqual({ beside: [] })
    expect(writeOutput(folder, files(['a.csv', 'dos'], ['e/ana.html', 'x']))).toEqual({ beside: [] })
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('dos')
    expect(whyNotOutput(folder)).toBeUndefined()
  })

  test('leaves what somebody changed as it is, and writes beside it', () => {
    const folder = join(tempFolder(), 'calificaciones')
    writeOutput(folder, files(['a.csv', 'uno']))
    writeFileSync(join(folder, 'a.csv'), 'uno y mis notas')
    expect(writeOutput(folder, files(['a.csv', 'dos']))).toEqual({ beside: [['a.csv', 'a-2.csv']] })
    expect(writeOutput(folder, files(['a.csv', 'tres']))).toEqual({ beside: [['a.csv', 'a-2.csv']] })
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('uno y mis notas')
    expect(readFileSync(join(folder, 'a-2.csv'), 'utf8')).toBe('tres')
  })

  test('takes away the page of a student who is gone, unless somebody wrote on it', () => {
    const folder = join(tempFolder(), 'calificaciones')
    writeOutput(folder, files(['ana.html', 'a'], ['bea.html', 'b'], ['eva.html', 'e']))
    writeFileSync(join(folder, 'bea.html'), 'con notas')
    writeOutput(folder, files(['eva.html', 'e']))
    expect(readdirSync(folder).filter((name) => name.endsWith('.html'))).toEqual(['bea.html', 'eva.html'])
  })

  test('knows its own after an interruption', () => {
    const folder = join(tempFolder(), 'calificaciones')
    writeOutput(folder, files(['a.csv', 'uno']))
    writeFileSync(join(folder, 'paginas'), '')
    expect(writeOutput(folder, files(['a.csv', 'dos'], ['paginas/ana.html', 'x']))).toHaveProperty('refused')
    expect(writeOutput(folder, files(['a.csv', 'tres']))).toEqual({ beside: [] })
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('tres')
  })

  test('does not use a folder that it did not write', () => {
    const folder = tempFolder()
    expect(whyNotOutput(folder)).toBeUndefined()
    writeFileSync(join(folder, 'notas.txt'), '')
    expect(whyNotOutput(folder)).toContain('cámbiale el nombre')
  })

  test('says why it cannot', () => {
    const file = join(tempFolder(), 'archivo')
    writeFileSync(file, '')
    expect(writeOutput(join(file, 'dentro'), files(['a', 'b']))).toHaveProperty('refused')
  })
})
