import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { LESSONS, loadLesson } from '../curriculum/lessons.ts'
import { fakeResult, fakeTest } from '../proof/support/fake-result.ts'
import type { Failure, LessonResult, TestResult } from '../verdict/model.ts'
import { plain } from './report/paint.ts'
import { heightOf } from './report/wrap.ts'
import { drawScreen, type Size } from './screen.ts'
import { type SessionState, STARTING } from './state.ts'
import { TEXTS } from './texts.ts'

const SIZES: Size[] = [
  { columns: 80, rows: 24 },
  { columns: 80, rows: 15 },
  { columns: 60, rows: 20 },
]
const LONG = 'una palabra y otra '.repeat(30)

function stateOf(result: LessonResult, part: Partial<SessionState> = {}): SessionState {
  const server = { ...STARTING, output: ['uno', 'dos', 'tres', 'cuatro'].map((line) => line.repeat(20)) }
  const choice = { lessons: [result.lesson], allMine: false }
  return { choice, checking: false, results: [result], solved: 3, server, ...part }
}

/** The screen in one line, however it is broken; it takes no more rows than there are. */
function drawn(state: SessionState, size: Size): string {
  const lines = drawScreen(state, size, plain)
  expect(heightOf(lines, size.columns)).toBeLessThanOrEqual(size.rows)
  return stripVTControlCharacters(lines.join('\n')).replace(/\s+/g, ' ')
}

/** Everything at its longest: a sentence of four lines, values, an error behind it and a place. */
function worst(failure: Partial<Failure> = {}): Failure {
  return {
    sentence: LONG.slice(0, 250).trim(),
    expected: `'${'e'.repeat(200)}'`,
    received: `'${'r'.repeat(200)}'`,
    thrown: `Error: ${LONG}`.slice(0, 300),
    place: { file: fakeResult([]).lesson.exercise, line: 321 },
    ...failure,
  }
}

function failing(failure: Failure, more: TestResult[] = []): LessonResult {
  const test = { ...fakeTest(LONG.slice(0, 70), 'failed'), failure }
  return fakeResult([...Array.from({ length: 9 }, (_, n) => fakeTest(`verde ${n}`, 'passed')), test, ...more])
}

describe('drawScreen', () => {
  describe.each(SIZES)('at $columns×$rows', (size) => {
    test.each<[string, Partial<SessionState>]>([
      ['while it is looked at', {}],
      ['while it is checked again', { checking: true }],
      ['with a question', { notice: TEXTS.askSolution(TEXTS.pressAgain('s')) }],
    ])('never cuts the explanation: %s', (_when, part) => {
      const failure = worst()
      const shown = drawn(stateOf(failing(failure), part), size)
      expect(shown).toContain(failure.sentence)
      for (const piece of [
        "Esperado: 'eee",
        "Recibido: 'rrr",
        'saludos.ts:321',
        TEXTS.fix,
        part.notice ?? '',
      ]) {
        expect(shown).toContain(piece)
      }
    })

    test('never cuts what is wrong outside of any test', () => {
      const failure = worst({ expected: undefined, received: undefined })
      const shown = drawn(stateOf(fakeResult([], { problems: [failure] })), size)
      for (const piece of [failure.sentence, 'saludos.ts:321', TEXTS.repair]) expect(shown).toContain(piece)
    })

    test('tells why the server does not start when all is green', () => {
      const reason = LONG.slice(0, 200).trim()
      const server = { ...STARTING, kind: 'failed' as const, reason }
      expect(drawn(stateOf(fakeResult([fakeTest('uno', 'passed')]), { server }), size)).toContain(reason)
    })

    test('shows the lessons of the final exercise only as far as the explanation lets it', () => {
      const results = Array.from({ length: 8 }, () => failing(worst()))
      const choice = { lessons: results.map(({ lesson }) => lesson), allMine: true }
      const shown = drawn(stateOf(results[0]!, { choice, results }), size)
      expect(shown).toContain(worst().sentence)
      expect(shown).toContain('saludos.ts:321')
    })
  })

  test('shows what the code printed in the test that is explained, and lets go of it first', () => {
    const test = { ...fakeTest('despide', 'failed'), failure: worst(), printed: 'hola\n\tmundo' }
    const result = fakeResult([{ ...fakeTest('saluda', 'passed'), printed: 'zutano' }, test])
    const shown = drawn(stateOf(result), { columns: 80, rows: 50 })
    expect(shown).toContain('en «despide»: │ hola │ mundo')
    expect(shown).not.toContain('zutano')
    const little = drawn(stateOf(result), { columns: 80, rows: 24 })
    expect(little).toContain(worst().sentence)
    expect(little).not.toContain('│ mundo')
  })

  test('shows the beginning of a long value in one row, and that it goes on', () => {
    const lines = drawScreen(stateOf(failing(worst())), { columns: 80, rows: 12 }, plain)
    const value = lines.find((line) => line.includes("Esperado: 'e")) ?? ''
    expect(value).toMatch(/e…$/)
    expect(heightOf([value], 80)).toBe(1)
  })

  test('lets go first of other tasks, then of green tests, then of other red ones, then of keys', () => {
    const more = [fakeTest('otra en rojo', 'failed'), fakeTest('despide', 'passed', 'despedir')]
    const state = stateOf(failing({ sentence: 'Corto' }, more), { server: STARTING })
    const marks = ['2. Despedir', 'verde 0', 'otra en rojo', 'e editor']
    const left = Array.from({ length: 30 }, (_, gone) => {
      const shown = drawn(state, { columns: 80, rows: 30 - gone })
      return marks.filter((mark) => shown.includes(mark)).length
    })
    const steps = [...new Set(left)]
    expect(steps).toEqual([4, 3, 2, 1, 0])
    const rowsFor = (count: number) => drawn(state, { columns: 80, rows: 30 - left.indexOf(count) })
    expect(rowsFor(3)).not.toContain('2. Despedir')
    expect(rowsFor(2)).not.toContain('verde 0')
    expect(rowsFor(1)).not.toContain('otra en rojo')
  })

  test('shows all of it where there is room', async () => {
    for (const { number } of LESSONS) {
      const lesson = await loadLesson(number)
      const tests = lesson.manifest.tareas.map(({ nombre }) => fakeTest(nombre, 'passed', nombre))
      const shown = drawn(stateOf({ ...fakeResult(tests), lesson }), { columns: 120, rows: 50 })
      for (const { titulo } of lesson.manifest.tareas) expect(shown).toContain(titulo)
      expect(shown).toContain(TEXTS.solved)
    }
  })
})

describe('a panel', () => {
  const panel = Array.from({ length: 60 }, (_, line) => `línea ${line} de sesenta`)
  const size = { columns: 80, rows: 15 }
  const shown = (scroll: number) => drawn(stateOf(fakeResult([]), { panel, scroll }), size)

  test('says how much of it is in sight and how to go on', () => {
    expect(shown(0)).toContain('línea 0 de sesenta')
    expect(shown(0)).toMatch(/flechas y espacio mueven \(1–\d+ de 60\)/)
    expect(shown(1000)).toContain('línea 59 de sesenta')
  })

  test('keeps a long word whole, with nothing beside it', () => {
    const token = 'a'.repeat(200)
    const lines = drawScreen(stateOf(fakeResult([]), { panel: ['Token 1', token] }), size, plain)
    expect(lines).toContain(token)
  })
})
