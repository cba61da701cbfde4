import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadLesson } from '../../curriculum/lessons.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { outputName } from './output-name.ts'
import { isCurrent } from './outputs.ts'

describe('isCurrent', () => {
  test('holds if the file is what a run gives', () => {
    const path = join(tempFolder(), '03-rojo.txt')
    writeFileSync(path, 'uno\n')
    expect(isCurrent({ path, text: 'uno\n' })).toBe(true)
  })

  test('fails if one character differs', () => {
    const path = join(tempFolder(), '03-rojo.txt')
    writeFileSync(path, 'uno\n')
    expect(isCurrent({ path, text: 'uno' })).toBe(false)
  })

  test('fails if the file was never written', () => {
    expect(isCurrent({ path: join(tempFolder(), '03-rojo.txt'), text: '' })).toBe(false)
  })
})

describe('outputName', () => {
  test('starts with the number of the lesson in two digits', async () => {
    expect(outputName(await loadLesson(3), 'problema')).toBe('03-problema.txt')
  })
})
