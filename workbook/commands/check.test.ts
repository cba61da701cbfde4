import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deriveStub } from '../curriculum/stub.ts'
import { ProjectCopy } from '../proof/support/project-copy.ts'
import { runApart } from '../proof/support/streams.ts'
import { findAll, parseXml } from '../proof/support/xml.ts'
import type { Report } from './reports/json.ts'

let copy: ProjectCopy

const check = (...args: string[]) => runApart(copy, ['check', ...args])
const progress = () => JSON.parse(copy.read('.cuaderno/progreso.json'))

beforeAll(async () => {
  copy = await ProjectCopy.create()
})

beforeEach(() => copy.reset(1))

afterAll(() => copy.remove())

describe('check', { timeout: 60_000 }, () => {
  test('prints for people if nothing else is asked for', async () => {
    copy.solve(1)
    const { code, out, errors } = await check('1')
    expect(out).toMatch(/^Comprobando…\n {2}exigirSecreto\n {4}✓ /)
    expect(out).toMatch(/\n\n(\d+) de \1 pruebas en verde · \d+ ms\n$/)
    expect([code, errors]).toEqual([0, ''])
  })

  test('prints a row for each lesson if no lesson is named', async () => {
    const { code, out } = await check()
    expect(out).toMatch(/^Comprobando…\n✗ 1\. /)
    expect(out).toMatch(/\n0 de 8 lecciones superadas\n$/)
    expect(code).toBe(1)
  })

  test('does not take an exercise that nobody has touched for a failed attempt', async () => {
    const failures = () => progress()['01-generar-el-token'].failures
    await check('1')
    const before = failures()
    await check('1')
    expect(failures()).toBe(before)
    copy.write(copy.exercisePath(1), `${copy.read(copy.exercisePath(1))}\n// un intento\n`)
    await check('1')
    expect(failures()).toBe(before + 1)
  })

  test('counts one task, whatever the others are', async () => {
    const { code, out } = await check('1', '--tarea', 'exigirSecreto')
    expect(out).not.toContain('crearToken')
    expect(code).toBe(1)
    copy.write(copy.exercisePath(1), deriveStub(copy.solution(1), 1))
    expect(await check('1', '--tarea', 'exigirSecreto')).toMatchObject({ code: 0, errors: '' })
    expect(await check('1', '--tarea', 'crearToken')).toMatchObject({ code: 1 })
  })

  test('says which tasks there are if there is no such one', async () => {
    expect(await check('1', '--tarea', 'crear')).toEqual({
      code: 1,
      out: '',
      errors:
        'La lección 1 no tiene ninguna tarea «crear»: las suyas son exigirSecreto, crearToken y verificarToken\n',
    })
  })

  test('warns if what judges is not the original', async () => {
    copy.solve(1)
    const spec = copy.exercisePath(1).replace('.ts', '.test.ts')
    const original = copy.read(spec)
    copy.write(spec, `${original}\n// cambiada\n`)
    const { code, out } = await check('1')
    copy.write(spec, original)
    expect([code, out]).toEqual([0, expect.stringContaining('no son las originales')])
  })

  test('says in one sentence what it does not understand', async () => {
    expect(await check('1', '--jsno')).toEqual({
      code: 1,
      out: '',
      errors:
        'No entiendo «--jsno»: las opciones de check son --tarea nombre, --json y --junit archivo.xml\n',
    })
  })
})

describe('check --json', { timeout: 60_000 }, () => {
  test('prints nothing but the document, also if the exercise prints', async () => {
    copy.write(
      copy.exercisePath(1),
      `${copy.solution(1)}\nconsole.log('ruido')\nprocess.stdout.write('ruido')\n`,
    )
    const { code, out, errors } = await check('1', '--json')
    const report: Report = JSON.parse(out)
    expect([code, errors]).toEqual([0, ''])
    const { tests } = report.totals
    expect(report.totals).toEqual({ lessons: 1, lessonsPassed: 1, tests, testsPassed: tests })
    expect(report.lessons[0]?.tests).toHaveLength(tests)
    expect(report.lessons[0]).toMatchObject({
      number: 1,
      slug: '01-generar-el-token',
      passed: true,
      problems: [],
    })
    expect(report.lessons[0]?.progress.solvedAt).toBe(progress()['01-generar-el-token'].solvedAt)
  })

  test('explains what is red, and ends with 1', async () => {
    const { code, out } = await check('--json', '1')
    const [red] = (JSON.parse(out) as Report).lessons[0]?.tests ?? []
    expect(red).toEqual({
      title: expect.any(String),
      task: 'exigirSecreto',
      state: 'failed',
      milliseconds: expect.any(Number),
      sentence: expect.stringMatching(/^Aún falta el TODO 1: /),
      place: { file: 'lessons/01-generar-el-token/token.ts', line: expect.any(Number) },
    })
    expect(code).toBe(1)
  })

  test('tells of the final exercise that it is', async () => {
    const { code, out } = await check('final', '--json')
    const { final, lessons }: Report = JSON.parse(out)
    expect([code, final, lessons.length]).toEqual([1, true, 8])
  })

  test('prints no document if there is no such lesson', async () => {
    const { code, out, errors } = await check('13', '--json')
    expect([code, out]).toEqual([1, ''])
    expect(errors).toBe('No existe la lección «13»: elige un número del 1 al 12, «final» o «ampliacion»\n')
  })
})

describe('check --junit', { timeout: 60_000 }, () => {
  test('prints nothing but the document, with an error for what cannot run', async () => {
    copy.write(copy.exercisePath(1), 'export function (')
    const { code, out, errors } = await check('1', '--junit')
    const [error] = findAll(parseXml(out), 'error')
    expect(error?.attributes.message).toMatch(
      /^token\.ts tiene un error de sintaxis: .* \(lessons\/01-generar-el-token\/token\.ts:1\)$/,
    )
    expect([code, errors]).toEqual([1, ''])
  })

  test('writes a file and prints for people', async () => {
    copy.solve(1)
    const { code, out } = await check('1', '--junit', 'salida/r.xml')
    expect(out).toMatch(/^Comprobando…\n/)
    expect(out).toMatch(/\nResultado en formato JUnit: salida\/r\.xml\n$/)
    expect(parseXml(copy.read('salida/r.xml')).attributes).toMatchObject({ failures: '0', errors: '0' })
    expect(findAll(parseXml(copy.read('salida/r.xml')), 'testcase')).not.toEqual([])
    expect(code).toBe(0)
  })

  test('writes a file beside the JSON', async () => {
    const { code, out } = await check('1', '--json', '--junit', 'r.xml')
    const { totals }: Report = JSON.parse(out)
    expect(parseXml(copy.read('r.xml')).attributes.tests).toBe(String(totals.tests))
    expect(code).toBe(1)
  })

  test('never writes over an exercise', async () => {
    const before = copy.read(copy.exercisePath(1))
    const { code, errors } = await check('1', '--junit', copy.exercisePath(1))
    expect([code, copy.read(copy.exercisePath(1))]).toEqual([1, before])
    expect(errors).toContain('no acaba en .xml')
  })

  test('ends with 1 if the file cannot be written, also if all is green', async () => {
    copy.solve(1)
    const { code, errors } = await check('1', '--junit', 'no/existe/r.xml')
    expect(code).toBe(1)
    expect(errors).toBe(
      'No se puede escribir no/existe/r.xml (ENOENT): comprueba que su carpeta existe y que nadie lo tiene abierto\n',
    )
    expect(existsSync(join(copy.folder, 'no'))).toBe(false)
  })
})
