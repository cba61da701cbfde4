import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadLesson } from '../curriculum/lessons.ts'
import { ROOT } from '../curriculum/paths.ts'
import { deriveStub } from '../curriculum/stub.ts'
import { runVariants, type VariantResult, type VariantResults } from './run-variants.ts'

const { exercise, solution, spec } = await loadLesson(3)
const solved = readFileSync(solution, 'utf8')
const stub = deriveStub(solved)
const variant = (id: string, source: string) => ({ id, spec, sources: new Map([[exercise, source]]) })

const states = (result: VariantResult | undefined) => [...new Set(result?.tests.map(({ state }) => state))]

describe('runVariants', { timeout: 30_000 }, () => {
  let results: VariantResults

  beforeAll(async () => {
    const broken = variant('roto', `${solved}\nthrow new Error('al cargar')\n`)
    results = await runVariants([variant('partida', stub), variant('solucion', solved), broken])
  }, 30_000)

  test('finds the starting file red', () => {
    expect(states(results.get('partida'))).toEqual(['failed'])
  })

  test('finds the solution green, although the starting file ran before in the same project', () => {
    expect(states(results.get('solucion'))).toEqual(['passed'])
  })

  test('gives the tests in order with their tasks', () => {
    const tasks = results.get('solucion')?.tests.map(({ task }) => task)
    expect([...new Set(tasks)]).toEqual(['leerDuracion', 'expiraEn', 'exigirExpiracion'])
  })

  test('tells where a failure is by its real path and the line of the text that ran', () => {
    const { failure } = results.get('partida')?.tests.find(({ task }) => task === 'expiraEn') ?? {}
    const line = stub.split('\n').findIndex((text) => text.includes("'TODO 2: ")) + 1
    expect(failure?.place).toEqual({ file: exercise, line })
  })

  test('says why there are no tests', () => {
    const { tests, broken } = results.get('roto') ?? {}
    expect([tests, broken]).toEqual([[], 'al cargar'])
  })

  test('ends an endless wait', async () => {
    const path = join(ROOT, 'lessons', '99-espera', 'espera.test.ts')
    const source = "import { test } from 'vitest'\ntest('espera', () => new Promise(() => {}))"
    const waiting = { id: 'espera', spec: path, sources: new Map([[path, source]]) }
    const ended = await runVariants([waiting], { testTimeout: 50 })
    expect(states(ended.get('espera'))).toEqual(['failed'])
  })

  test('leaves the files on disk alone', () => {
    expect(readFileSync(solution, 'utf8')).toBe(solved)
  })

  test('stops each variant at its first red test if asked to', async () => {
    const partial = deriveStub(solved, 1)
    const reds = (result?: VariantResult) => result?.tests.filter(({ state }) => state === 'failed').length
    const stopped = await runVariants([
      { ...variant('a medias', partial), stopAtFirstRed: true },
      variant('entera', partial),
      { ...variant('solucion', solved), stopAtFirstRed: true },
    ])
    expect(reds(stopped.get('a medias'))).toBe(1)
    expect(reds(stopped.get('entera'))).toBeGreaterThan(1)
    expect(states(stopped.get('solucion'))).toEqual(['passed'])
  })

  test('evaluates for each variant also what all of them share', async () => {
    const path = join(ROOT, 'lessons', '99-comun', 'comun.test.ts')
    const source = `import { expect, test } from 'vitest'
import { porTandas } from '#comun/tandas.ts'
test('no es la de antes', () => {
  expect(globalThis.antes, 'frase').not.toBe(porTandas)
  globalThis.antes = porTandas
})`
    const sources = new Map([[path, source]])
    const alone = Array.from({ length: 6 }, (_, index) => ({ id: `${index}`, spec: path, sources }))
    const results = await runVariants(alone)
    expect([...results.values()].flatMap(states)).toEqual(alone.map(() => 'passed'))
  })

  test('takes the learner’s modules instead of the solutions under the condition «mio»', async () => {
    const path = join(ROOT, 'lessons', '99-condicion', 'condicion.test.ts')
    const source = `import { expect, test } from 'vitest'
import { UNA_HORA } from '#solucion/03-expiracion/expiracion.ts'
test('usa lo mío', () => expect(UNA_HORA, 'frase').toBe('mía'))`
    const sources = new Map([
      [path, source],
      [exercise, "export const UNA_HORA = 'mía'"],
    ])
    const mine = await runVariants([{ id: 'mio', spec: path, sources, condition: 'mio' }])
    expect(states(mine.get('mio'))).toEqual(['passed'])
  })
})
