import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { LessonId } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { tempFolder } from '../support/temp-folder.ts'
import type { Outcome } from './outcome.ts'
import { ENGINE, FILES, Remembered } from './remembered.ts'
import { importsOf } from './rooms.ts'

const LESSONS = [1, 2, 3].map((number) => ({ number, slug: `0${number}-una`, part: 'book' }) as const)
const TREE = [
  ...ENGINE.map((folder) => `${folder}/pieza.ts`),
  ...FILES,
  ...['lessons', 'solutions'].flatMap((side) => LESSONS.map(({ slug }) => `${side}/${slug}/modulo.ts`)),
  ...LESSONS.map(({ slug }) => `lessons/${slug}/modulo.test.ts`),
  'lessons/comun/pieza.ts',
]

describe('what held of the exercises', () => {
  let root: string
  const write = (file: string, text: string) => {
    mkdirSync(join(root, dirname(file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  /** The lessons that are judged, by a process of its own, and all that it tells. */
  const run = (judge = ({ slug }: LessonId): Outcome[] => [{ title: slug }]) => {
    const remembered = new Remembered(`${root}/`)
    const judged = remembered.changed(LESSONS).map(({ number }) => number)
    return { judged, outcomes: remembered.outcomes(LESSONS, judge) }
  }

  beforeEach(() => {
    vi.stubEnv('CI', '')
    root = tempFolder().replaceAll('\\', '/')
    for (const file of TREE) write(file, 'antes')
    return () => vi.unstubAllEnvs()
  })

  test('is judged the first time, and told the next without judging', () => {
    expect(run().judged).toEqual([1, 2, 3])
    const never = () => {
      throw new Error('judged again')
    }
    expect(run(never)).toEqual({
      judged: [],
      outcomes: LESSONS.map(({ slug }) => ({ title: slug, held: true })),
    })
  })

  test.each([
    ['a specification', 'lessons/02-una/modulo.test.ts', [2, 3]],
    ['a solution', 'solutions/03-una/modulo.ts', [3]],
    ['another right answer', 'solutions/02-una/otras/nueva.ts', [2, 3]],
    ['what all lessons share', 'lessons/comun/pieza.ts', [1, 2, 3]],
    ['what runs them', 'workbook/runner/pieza.ts', [1, 2, 3]],
    ['a sentence', 'workbook/verdict/pieza.ts', [1, 2, 3]],
    ['a package', 'package-lock.json', [1, 2, 3]],
    ['what a learner writes', 'lessons/01-una/modulo.ts', []],
    ['a test of the engine', 'workbook/runner/pieza.test.ts', []],
    ['a page', 'docs/01.md', []],
  ])('is judged again of the lessons that depend on what changed: %s', (_what, file, expected) => {
    run()
    write(file, 'después')
    expect(run().judged).toEqual(expected)
  })

  test('is not kept of one that is red, and of the others is', () => {
    run(({ number, slug }) => [{ title: slug, problem: number === 2 ? 'no' : undefined }])
    expect(run().judged).toEqual([2])
  })

  test('is judged by what was there when it began', () => {
    run(({ slug }) => {
      write('lessons/comun/pieza.ts', 'durante')
      return [{ title: slug }]
    })
    expect(run().judged).toEqual([1, 2, 3])
  })

  test('is judged again if what was kept cannot be read, and where nothing can be kept', () => {
    run()
    for (const file of readdirSync(join(root, '.cuaderno/pruebas')))
      write(`.cuaderno/pruebas/${file}`, '{"key"')
    expect(run().judged).toEqual([1, 2, 3])
    rmSync(join(root, '.cuaderno'), { recursive: true })
    write('.cuaderno', 'no es una carpeta')
    expect(run().outcomes).toHaveLength(3)
    expect(run().judged).toEqual([1, 2, 3])
  })

  test('is judged always in CI', () => {
    run()
    vi.stubEnv('CI', 'true')
    expect(run().judged).toEqual([1, 2, 3])
  })
})

describe('what decides them', () => {
  /** The project's files that these import, and those that these import in turn. */
  function reachedFrom(files: readonly string[]): string[] {
    const reached = new Set(files)
    for (const file of reached) {
      const paths = importsOf(file).map((path) => join(dirname(file), path))
      for (const path of paths) if (existsSync(ROOT + path)) reached.add(path)
    }
    return [...reached]
  }

  test('are all the files that run and judge them', () => {
    const runner = readdirSync(`${ROOT}workbook/runner`)
      .filter((name) => !name.endsWith('.test.ts'))
      .map((name) => `workbook/runner/${name}`)
    const known = [...ENGINE.map((folder) => `${folder}/`), ...FILES, 'lessons/', 'solutions/']
    const others = reachedFrom(['workbook/proof/checks/exercises.ts', ...runner]).filter(
      (file) => !known.some((start) => file.startsWith(start)),
    )
    expect(others).toEqual([])
  })
})
