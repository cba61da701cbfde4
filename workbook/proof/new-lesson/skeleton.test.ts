import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../curriculum/paths.ts'
import { indexWith, PENDING, skeleton } from './skeleton.ts'

const INDEX = readFileSync(join(ROOT, 'lessons', 'indice.ts'), 'utf8')
const PLAN = {
  number: 9,
  slug: '09-nueve',
  file: 'nueve.ts',
  previous: { slug: '08-https', app: "import x from '#ejercicio/08-https/https.ts'\n", https: true },
}

describe('skeleton', () => {
  test('says in every file what is to be written', () => {
    const texts = Object.entries(
      skeleton({ ...PLAN, previous: { ...PLAN.previous, app: '// #region composicion\n' } }),
    )
    const silent = texts.filter(([, text]) => !text.includes(PENDING)).map(([path]) => path)
    expect(silent).toEqual([])
  })

  test('goes on from the app of the lesson before, whose module is a solution by then', () => {
    const files = skeleton(PLAN)
    expect(files['lessons/09-nueve/app.ts']).toBe("import x from '#solucion/08-https/https.ts'\n")
    expect(files['lessons/09-nueve/leccion.ts']).toContain('https: true')
  })
})

describe('indexWith', () => {
  const linesOf = (index: string, part: string) =>
    new RegExp(`const ${part}.*\\{\\n?([^}]*)\\}`).exec(index)?.[1]?.match(/'(\d\d-[^']+)'(?=:)/g)

  test('adds a lesson of the book in its place', () => {
    const index = indexWith('00-cero', 'LIBRO', INDEX)
    expect(linesOf(index, 'LIBRO')).toEqual(["'00-cero'", ...(linesOf(INDEX, 'LIBRO') ?? [])])
    expect(linesOf(index, 'AMPLIACION')).toEqual(linesOf(INDEX, 'AMPLIACION'))
  })

  test('adds an extension, the first one and another one before it', () => {
    const first = indexWith('98-dos', 'AMPLIACION', INDEX)
    const both = indexWith('97-uno', 'AMPLIACION', first)
    expect(linesOf(both, 'AMPLIACION')?.slice(-2)).toEqual(["'97-uno'", "'98-dos'"])
    expect(linesOf(both, 'LIBRO')).toEqual(linesOf(INDEX, 'LIBRO'))
  })
})
