import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { tempFolder } from '../../proof/support/temp-folder.ts'
import { readGradeOptions } from './options.ts'

const LESSONS = await loadLessons()
const from = (folder: string, ...args: string[]) => readGradeOptions(args, LESSONS, folder, {})

describe('readGradeOptions', () => {
  test('reads the folder from where it was typed, and the lesson', () => {
    const here = tempFolder()
    mkdirSync(join(here, 'mis entregas'))
    expect(from(here, 'mis entregas')).toEqual({ folder: join(here, 'mis entregas'), only: undefined })
    expect(from(here, '.', '--', '--leccion', '3')).toMatchObject({ only: { number: 3 } })
    expect(from(here, '--leccion=3', '.')).toMatchObject({ only: { number: 3 } })
  })

  test('takes the lesson also if npm kept the option for itself', () => {
    const env = { npm_lifecycle_event: 'califica', npm_config_leccion: 'true' }
    expect(readGradeOptions(['.', '3'], LESSONS, tempFolder(), env)).toMatchObject({ only: { number: 3 } })
  })

  test('says in one sentence what makes no sense', () => {
    const here = tempFolder()
    writeFileSync(join(here, 'a.zip'), '')
    const refused = (...args: string[]) => Object(from(here, ...args)).refused
    expect(refused()).toContain('npm run califica ../entregas')
    expect(refused('no-existe')).toContain('No encuentro la carpeta')
    expect(refused('a.zip')).toContain('no es una carpeta')
    expect(refused('uno', 'dos')).toContain('«uno dos» son varias')
    expect(refused('.', '--leccion', '99')).toContain('«99»')
    expect(refused('.', '--leccion')).toContain('--leccion 3')
    expect(refused('.', '--todo')).toContain('«--todo»')
    expect(refused(ROOT)).toContain('está dentro del cuaderno')
  })
})
