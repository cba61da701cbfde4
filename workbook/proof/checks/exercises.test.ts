import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { runVariants } from '../../runner/run-variants.ts'
import { OTHERS } from '../other-answers.ts'
import { fakeLesson, MANIFEST } from '../support/fake-lesson.ts'
import { checkExercisesTwice, exerciseVariants, judgeExercises } from './exercises.ts'
import type { Outcome } from './outcome.ts'

// The exercises here bring their own tests: a specification has to lie in the project, and a text that
// stands in for one need not exist.
const SOLUTION = `import { describe, expect, test } from 'vitest'

function uno(): number {
  // #region uno
  // Devuelve 1.
  return 1
  // #endregion uno
}

function dos(): number {
  // #region dos
  // Devuelve 2.
  return 2
  // #endregion dos
}

describe('uno', () => test('devuelve 1', () => expect(uno(), 'Devuelve 1').toBe(1)))
describe('dos', () => test('devuelve 2', () => expect(dos(), 'Devuelve 2').toBe(2)))
`

const WITHOUT_REGION = SOLUTION.replace(/.*(region uno|Devuelve 1\.)\n/g, '').replace(/.*endregion uno\n/, '')
const TASKS = ['uno', 'dos'].map((nombre) => ({ nombre, titulo: nombre, pistas: ['a', 'b', 'c'] as const }))

/** Typical mistakes of the good exercise, by what is wrong with them. */
const MISTAKES = [
  { escribes: 'bueno', buscar: 'return 1', poner: 'return 9', veras: 'Devuelve 1' },
  { escribes: 'otra frase', buscar: 'return 1', poner: 'return 9', veras: 'Devuelve 7' },
  { escribes: 'sin notar', buscar: '// Devuelve 1.', poner: '// Uno.', veras: 'Devuelve 1' },
  { escribes: 'repetido', buscar: 'return', poner: 'void', veras: 'Devuelve 1' },
  { escribes: 'roto', buscar: 'return 1', poner: 'return (', veras: 'Devuelve 1' },
].map((mistake) => ({ ...mistake, porque: '', arreglo: '' }))

function lesson(number: number, solution: string, errores = MISTAKES.slice(0, 0)): Lesson {
  const file = join(ROOT, 'lessons', '99-falsa', `falsa-${number}.test.ts`)
  const manifest = { ...MANIFEST, tareas: TASKS, errores }
  return { ...fakeLesson({ solution }), number, exercise: file, spec: file, manifest }
}

async function checkExercises(lessons: readonly Lesson[]): Promise<Outcome[]> {
  return judgeExercises(lessons, await runVariants(exerciseVariants(lessons)))
}

let checked: Promise<Outcome[]> | undefined

/** The check of five exercises, good and bad, which runs only once. */
function check(): Promise<Outcome[]> {
  checked ??= checkExercises([
    lesson(1, SOLUTION, MISTAKES),
    lesson(2, SOLUTION.replace('return 2', 'return 3')),
    lesson(3, WITHOUT_REGION),
    lesson(4, SOLUTION.replace("describe('dos'", "describe('tres'")),
    lesson(5, SOLUTION.replaceAll(/describe.*\n/g, '')),
  ])
  return checked
}

/** What is wrong with walking through an exercise, by its title. */
async function problems(number: number): Promise<Record<string, string>> {
  const prefix = `lección ${number}: `
  const own = (await check()).filter(({ title }) => title.startsWith(prefix) && !title.includes('«'))
  return Object.fromEntries(
    own.flatMap(({ title, problem }) => (problem ? [[title.replace(prefix, ''), problem]] : [])),
  )
}

async function judged(mistake: string): Promise<string | undefined> {
  return (await check()).find(({ title }) => title.endsWith(`error típico «${mistake}»`))?.problem
}

describe('judgeExercises', { timeout: 30_000 }, () => {
  test('finds nothing wrong with an exercise that can be walked through', async () => {
    expect(await problems(1)).toEqual({})
  })

  test('notices a task that is red although it is solved, and a solution that is not green', async () => {
    expect(await problems(2)).toMatchObject({
      'tarea 2, dos': 'resuelta, sigue en rojo: devuelve 2 (Devuelve 2)',
      'la solución está en verde': 'devuelve 2 (Devuelve 2)',
    })
  })

  test('notices a starting file that is not red', async () => {
    const { 'el archivo de partida está en rojo': problem } = await problems(3)
    expect(problem).toBe('solo 1 de 2 pruebas en rojo')
  })

  test.each([
    ['is done from the start', 3, 'tarea 1, uno'],
    ['has no tests', 4, 'tarea 2, dos'],
  ])('notices a task that %s', async (_what, number, title) => {
    const problem = (await problems(number))[title]
    expect(problem).toBe('ninguna de sus pruebas está en rojo antes de resolverla')
  })

  test('notices that there are no tests at all', async () => {
    expect(await problems(5)).toHaveProperty('la solución está en verde')
  })

  test.each([
    ['bueno', undefined],
    ['otra frase', 'se explica con otra frase: «Devuelve 1»'],
    ['sin notar', 'ninguna prueba lo nota'],
    ['repetido', '«buscar» aparece 2 veces en la solución'],
    ['roto', expect.stringMatching(/./)],
  ])('judges the typical mistake «%s»', async (mistake, problem) => {
    expect(await judged(mistake)).toEqual(problem)
  })
})

describe('another right answer', { timeout: 30_000 }, () => {
  const judgedOthers = async (number: number, others: Record<string, string> = {}) => {
    const own = lesson(number, SOLUTION)
    const folder = join(dirname(own.solution), OTHERS)
    mkdirSync(folder)
    for (const [name, source] of Object.entries(others)) writeFileSync(join(folder, `${name}.ts`), source)
    const outcomes = await checkExercises([own])
    return outcomes.flatMap(({ title, problem }) => {
      const [, name] = /otra respuesta correcta «(.*)»/.exec(title) ?? []
      return name ? [[name, problem]] : []
    })
  }

  test('is named when it is refused, with its sentence', async () => {
    const others = {
      expresion: SOLUTION.replace('return 1', 'return 2 - 1'),
      mala: SOLUTION.replace('return 1', 'return 9'),
    }
    expect(await judgedOthers(8, others)).toEqual([
      ['expresion', undefined],
      ['mala', 'devuelve 1 (Devuelve 1)'],
      ['la solución, con CRLF', undefined],
      ['la solución, con BOM', undefined],
    ])
  })
})

describe('a second run', { timeout: 30_000 }, () => {
  const shown = (value: string) => ({
    ...{ escribes: value, buscar: 'return 1', poner: `return ${value} as number` },
    ...{ veras: 'Devuelve 1', porque: '', arreglo: '' },
  })

  test('notices a value at random that a failure shows, and not a time that looks like one', async () => {
    const same = [shown('9'), shown('Math.floor(Date.now() / 1000)')]
    const other = [shown('9'), shown('Math.random()')]
    const lessons = [lesson(6, SOLUTION, same), lesson(7, SOLUTION, other)]
    const outcomes = await checkExercisesTwice(lessons)
    const [times, random] = outcomes.filter(({ title }) => title.endsWith('no cambia de una vez a otra'))
    expect(times?.problem).toBeUndefined()
    expect(random?.problem).toMatch(/^Math\.random\(\): Devuelve 1 · 1 · 0\./)
  })
})
