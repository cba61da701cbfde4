import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../curriculum/lessons.ts'
import { stubOf } from '../../curriculum/write-stubs.ts'
import { tempFolder } from '../../proof/support/temp-folder.ts'
import { answeredIn, readSubmissions } from './submissions.ts'

const LESSONS = await loadLessons()
const [FIRST, , THIRD] = LESSONS
if (!FIRST || !THIRD) throw new Error('no lessons')
const DONE = 'export const hecho = 1\n'

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = tempFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

/** The only student, and what there is of the third lesson. */
function read(files: Record<string, string | Uint8Array>) {
  const [student, ...more] = readSubmissions(folderWith(files), LESSONS)
  expect(more).toEqual([])
  const answer = student?.answers.get(3)
  const told = answer && ('bytes' in answer ? Buffer.from(answer.bytes).toString() : answer.refused)
  return { ...student, told }
}

describe('readSubmissions', () => {
  test.each([
    ['a loose file', { 'Ana Pérez - expiracion.ts': DONE }],
    ['a folder', { 'Ana Pérez/expiracion.ts': DONE }],
    [
      'a clone',
      {
        'Ana Pérez/lessons/03-expiracion/expiracion.ts': DONE,
        'Ana Pérez/solutions/03-expiracion/expiracion.ts': 'x',
      },
    ],
    ['a ZIP', { 'Ana Pérez.zip': zip({ 'a/lessons/03-expiracion/expiracion.ts': DONE }) }],
    [
      'a ZIP in a folder of Moodle',
      { 'Ana Pérez_7_assignsubmission_file_/tarea.zip': zip({ 'expiracion.ts': DONE }) },
    ],
    [
      'twice the same',
      { 'Ana Pérez/expiracion.ts': DONE, 'Ana Pérez/b/expiracion (1).ts': DONE.replace('\n', '\r\n') },
    ],
  ])('finds the exercise in %s', (_what, files) => {
    expect(read(files)).toMatchObject({ student: 'Ana Pérez', told: DONE, notes: [] })
  })

  test('puts together what one student handed in in pieces', () => {
    const { answers } = read({ 'Ana - expiracion.ts': DONE, 'Ana - token.ts': DONE })
    expect([...(answers?.keys() ?? [])]).toEqual([1, 3])
  })

  test('does not choose between two that differ', () => {
    const { told } = read({ 'Ana/expiracion.ts': DONE, 'Ana/vieja/expiracion.ts': `${DONE}//` })
    expect(told).toBe(
      'Hay 2 expiracion.ts distintos (expiracion.ts y vieja/expiracion.ts): deja el que cuenta',
    )
  })

  test('prefers what was written to the starting file, which is no answer', () => {
    const stub = stubOf(THIRD)
    expect(read({ 'Ana/a/expiracion.ts': stub, 'Ana/b/expiracion.ts': DONE }).told).toBe(DONE)
    const folder = folderWith({ 'Ana/expiracion.ts': stub.replaceAll('\n', '\r\n') })
    const students = readSubmissions(folder, LESSONS)
    expect(students[0]?.answers.get(3)).toMatchObject({ untouched: true })
    expect(answeredIn(students, LESSONS)).toEqual([])
  })

  test('takes any one file if the lesson is known', () => {
    const folder = folderWith({ 'Ana Pérez.ts': DONE })
    expect(readSubmissions(folder, LESSONS)[0]?.answers.size).toBe(0)
    const [student] = readSubmissions(folder, LESSONS, { only: THIRD })
    expect(student).toMatchObject({
      student: 'Ana Pérez',
      answers: new Map([[3, { path: 'Ana Pérez.ts', bytes: Buffer.from(DONE) }]]),
    })
  })

  test('tells of other tests and of given files that were changed', () => {
    const { notes } = read({
      'Ana/lessons/03-expiracion/expiracion.ts': DONE,
      'Ana/lessons/03-expiracion/expiracion.test.ts': 'nada',
      'Ana/lessons/comun/errores.ts': 'nada',
      'Ana/lessons/comun/claims.ts': readFileSync('lessons/comun/claims.ts', 'utf8'),
    })
    expect(notes).toEqual([
      'Trae otras pruebas (expiracion.test.ts): no cuentan, se han usado las tuyas',
      'Trae cambios en archivos que no son ejercicios (lessons/comun/errores.ts): no cuentan, se han usado los tuyos',
    ])
  })

  test('reads how much help was used', () => {
    const progress = {
      '03-expiracion': { done: true, failures: 4, hints: { expiraEn: { rung: 2 } }, time: 60_000 },
    }
    const { help } = read({ 'Ana/expiracion.ts': DONE, 'Ana/progreso.json': JSON.stringify(progress) })
    expect(help).toEqual([
      { slug: '03-expiracion', failures: 4, time: 60_000, hintsOpened: 2, tasks: new Map([['expiraEn', 2]]) },
    ])
  })

  test('says what cannot be read, in one sentence each', () => {
    expect(read({ 'Ana.zip': 'PK roto' }).notes).toEqual([expect.stringContaining('dañado o cifrado')])
    expect(read({ 'Ana.rar': 'Rar!' }).notes).toEqual([expect.stringContaining('pide un ZIP')])
    expect(read({ 'Ana/expiracion.ts': 'x'.repeat(1_000_001) }).told).toMatch(/mide 1,0 MB/)
    expect(read({ 'Ana/leeme.txt': 'no pude' }).told).toBeUndefined()
  })

  test('reads nothing of a ZIP that leaves its folder or is a bomb', () => {
    const slip = read({ 'Ana.zip': zip({ '../../expiracion.ts': DONE, '/abs/expiracion.ts': DONE }) })
    expect(slip).toMatchObject({ told: undefined, notes: [expect.stringContaining('rutas que salen')] })
    expect(read({ 'Ana.zip': zip({ 'expiracion.ts': 'x'.repeat(20_000_000) }) }).told).toMatch(/mide 20,0 MB/)
  })

  test.skipIf(process.platform === 'win32')('follows no link', () => {
    const folder = folderWith({ 'Ana/leeme.txt': '' })
    symlinkSync('/etc/passwd', join(folder, 'Ana', 'expiracion.ts'))
    symlinkSync('/etc', join(folder, 'Bea'))
    const [ana, bea] = readSubmissions(folder, LESSONS)
    expect(ana?.answers.get(3)).toMatchObject({ refused: expect.stringContaining('es un enlace') })
    expect(bea?.answers.size).toBe(0)
  })
})
