import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from '../../curriculum/paths.ts'
import { tempFolder } from '../../proof/support/temp-folder.ts'
import { chooseDestination, writeProject } from './destination.ts'

const FILES = new Map([
  ['README.md', 'leído'],
  ['src/comun/a.ts', 'a'],
])

let base: string
beforeEach(() => {
  base = tempFolder()
})

describe('chooseDestination', () => {
  test.each(['mi-api', 'Canción de Ñu', 'una/dentro de otra', 'x'])(
    'takes «%s», from where it is typed',
    (name) => {
      expect(chooseDestination([name], base)).toMatchObject({ folder: join(base, name) })
    },
  )

  test('takes an empty folder, and the one where it is', () => {
    mkdirSync(join(base, 'vacía'))
    expect(chooseDestination(['vacía'], base)).toEqual({ folder: join(base, 'vacía'), title: 'vacía' })
    expect(chooseDestination(['.'], join(base, 'vacía'))).toMatchObject({ title: 'vacía' })
  })

  test.each([
    ['no name', [], 'Escribe en qué carpeta'],
    ['an empty name', [''], 'Escribe en qué carpeta'],
    ['an option', ['--ayuda'], 'No conozco la opción «--ayuda»'],
    ['two words without quotes', ['mi', 'api'], 'npm run crear-api "mi api"'],
    ['what Vitest cannot open', ['api#1'], 'no funciona en una carpeta con «#» en su ruta'],
    ['a file', ['notas.txt'], '«notas.txt» es un archivo'],
    ['a folder inside of a file', ['notas.txt/api'], 'es un archivo'],
    ['a folder with something in it', ['.'], 'no está vacía'],
    ['the workbook', [ROOT], 'está dentro del cuaderno'],
    ['a new folder of the workbook', [join(ROOT, 'a', 'b')], 'está dentro del cuaderno'],
    ['a link to the workbook', ['enlace/api'], 'está dentro del cuaderno'],
  ])('refuses %s', (_what, names, sentence) => {
    writeFileSync(join(base, 'notas.txt'), '')
    symlinkSync(ROOT, join(base, 'enlace'), 'junction')
    expect(chooseDestination(names, base)).toEqual({ refused: expect.stringContaining(sentence) })
  })
})

describe('writeProject', () => {
  test('writes every file, in folders that were not there', () => {
    const folder = join(base, 'una', 'otra')
    expect(writeProject(folder, FILES)).toBeUndefined()
    expect(readdirSync(join(base, 'una'))).toEqual(['otra'])
    expect(readFileSync(join(folder, 'src/comun/a.ts'), 'utf8')).toBe('a')
  })

  test('writes into an empty folder, and leaves nothing else there', () => {
    expect(writeProject(base, FILES)).toBeUndefined()
    expect(readdirSync(base).sort()).toEqual(['README.md', 'src'])
  })

  test.each(['nueva/carpeta', '.'])('leaves nothing of what it could not write in «%s»', (name) => {
    // A file cannot be a folder too.
    const broken = new Map([...FILES, ['README.md/x', '']])
    expect(writeProject(join(base, name), broken)).toContain('No se ha podido escribir en')
    expect(readdirSync(base)).toEqual([])
  })

  test('says so where the system lets nobody write', () => {
    if (!existsSync('/proc/self')) return
    expect(writeProject('/proc/mi-api', FILES)).toContain('No se ha podido escribir en /proc/mi-api')
  })
})
