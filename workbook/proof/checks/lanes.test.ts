import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ended, ProjectCopy } from '../support/project-copy.ts'

// Ended one after another, but not in this order; what a check says on its way is nobody's business.
const CHECKS = `
import { existsSync, rmSync, writeFileSync } from 'node:fs'
const flag = import.meta.dirname + '/avisado'
const later = (outcomes) => new Promise((resolve) => setTimeout(resolve, 500, outcomes))
const file = import.meta.dirname + '/falsa.test.ts'
const told = (_lessons, results) => [{ title: 'oído', problem: [...results.keys()].sort().join(' y ') }]
const asks = (id) => ({
  variants: () => [{ id, spec: file, sources: new Map([[file, "import { test } from 'vitest'; test('sí', () => {})"]]) }],
  run: told,
})
export const CHECKS = [
  { name: 'Lenta', run: (lessons) => later([{ title: lessons.length + ' lecciones' }]) },
  { name: 'Roja', run: () => (console.log('ruido'), [{ title: 'bien' }, { title: 'mal', problem: 'una\\ny otra' }]) },
  { name: 'Muerta', run: () => { console.error('adiós'); process.exit(3) } },
  { name: 'Lanzada', run: () => { throw new Error('inesperado') } },
  { name: 'Pide una', ...asks('una') },
  { name: 'Pide otra', ...asks('otra') },
  { name: 'Omitida', run: () => [{ title: 'el navegador', leftOut: 'no hay' }] },
  {
    name: 'Espera',
    run: async () => {
      for (let turn = 0; turn < 20 && !existsSync(flag); turn++) await later()
      const problem = existsSync(flag) ? undefined : 'nadie avisa'
      rmSync(flag, { force: true })
      return [{ title: 'a la siguiente', problem }]
    },
  },
  { name: 'Avisa', run: () => (writeFileSync(flag, ''), [{ title: 'a la anterior' }]) },
]
`

describe('npm test', { timeout: 30_000 }, () => {
  let copy: ProjectCopy
  let whole: Ended

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    copy.write('workbook/proof/checks/all.ts', CHECKS)
    whole = await copy.run(['test'])
  }, 30_000)
  afterAll(() => copy.remove())

  const lines = () => whole.output.replace(/ · \d+,\d s$/gm, ' · N s').split('\n')

  test('tells every check in its order, with its seconds and what is wrong', () => {
    expect(lines().filter((line) => !line.startsWith('     '))).toEqual([
      '✓ Lenta (1) · N s',
      '✗ Roja (2) · N s',
      '    ✗ mal',
      '✗ Muerta (1) · N s',
      '    ✗ Muerta',
      '✗ Lanzada (1) · N s',
      '    ✗ Lanzada',
      '✗ Pide una (1) · N s',
      '    ✗ oído',
      '✗ Pide otra (1) · N s',
      '    ✗ oído',
      '✓ Omitida (1) · N s',
      '    – el navegador: no hay',
      '✓ Espera (1) · N s',
      '✓ Avisa (1) · N s',
      '',
      '4 passed, 5 failed',
      '',
    ])
    expect(whole.code).toBe(1)
  })

  test('indents a problem of several lines', () => {
    expect(whole.output).toContain('\n        una\n        y otra\n')
  })

  test('tells what a process said before it died, and only then', () => {
    expect(whole.output).toMatch(/su proceso ha terminado sin responder\n {8}adiós/)
    expect(whole.output).not.toContain('ruido')
  })

  test('tells where an error was thrown', () => {
    expect(whole.output).toMatch(/Error: inesperado\n +at .*all\.ts/)
  })

  test('runs only the checks that it is asked for', async () => {
    const { code, output } = await copy.run(['test', 'len', 'Omitida'])
    expect(output).toMatch(/^✓ Lenta .*\n✓ Omitida .*\n.*\n\n1 passed, 0 failed\n$/)
    expect(code).toBe(0)
  })

  test('runs two at once, also of those that are one after another', async () => {
    expect((await copy.run(['test', 'espera', 'avisa'])).output).toMatch(/2 passed, 0 failed/)
  })

  test('runs at once all the variants that its checks want, and none of those that are left out', async () => {
    const problems = async (...names: string[]) =>
      (await copy.run(['test', ...names])).output.match(/(?<=^ {8})\S.*/gm)
    expect(await problems('pide')).toEqual(['otra y una', 'otra y una'])
    expect(await problems('pide otra')).toEqual(['otra'])
  })

  test('tells which there are if it is asked for another', async () => {
    expect(await copy.run(['test', 'nada'])).toEqual({
      code: 1,
      output:
        'No hay ninguna comprobación con ese nombre. Hay: Lenta, Roja, Muerta, Lanzada, Pide una, Pide otra, Omitida, Espera, Avisa\n',
    })
  })
})
