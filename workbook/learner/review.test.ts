import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../proof/support/temp-folder.ts'
import { readReview, rememberAnswer } from './review.ts'

const ID = '01-generar-el-token/quiz/1abc'
const OTHER = '02-proteger-rutas/mistake/2def'
const TODAY = '2026-11-29'

let folder: string
let file: string

beforeEach(() => {
  folder = join(tempFolder(), '.cuaderno')
  file = join(folder, 'repaso.json')
})

function write(text: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, text)
}

describe('the memory of the review', () => {
  test('is empty before the first answer, and creates nothing', () => {
    expect(readReview(file)).toEqual({})
    expect(() => readdirSync(folder)).toThrow('ENOENT')
  })

  test('remembers each answer, in a file that a person can read', () => {
    rememberAnswer(ID, true, TODAY, file)
    rememberAnswer(OTHER, false, TODAY, file)
    expect(readReview(file)).toEqual({ [ID]: { day: TODAY, days: 6 }, [OTHER]: { day: TODAY, days: 1 } })
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(11)
    expect(readdirSync(folder)).toEqual(['repaso.json'])
  })

  test('keeps what another terminal wrote meanwhile', () => {
    rememberAnswer(ID, true, TODAY, file)
    write(JSON.stringify({ ...readReview(file), [OTHER]: { day: TODAY, days: 6 } }))
    rememberAnswer(ID, false, TODAY, file)
    expect(readReview(file)).toEqual({ [ID]: { day: TODAY, days: 1 }, [OTHER]: { day: TODAY, days: 6 } })
  })

  test.each(['{ "01-generar', '', '[1, 2]', 'null', '"hola"'])('starts anew and keeps aside %j', (text) => {
    write(text)
    rememberAnswer(ID, true, TODAY, file)
    expect(readReview(file)).toEqual({ [ID]: { day: TODAY, days: 6 } })
    const kept = readdirSync(folder).find((name) => name.includes('.roto-')) ?? ''
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(text)
  })

  test('keeps what is sound of a file that somebody edited', () => {
    write(JSON.stringify({ [ID]: { day: 'ayer', days: 6 }, [OTHER]: { day: TODAY, days: 6 }, otra: 1 }))
    expect(readReview(file)).toEqual({ [OTHER]: { day: TODAY, days: 6 } })
  })
})
