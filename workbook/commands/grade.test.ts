import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'
import { runApart, type Streams } from '../proof/support/streams.ts'
import { makeFolder, removeFolder } from '../proof/support/temp-folder.ts'

const PATIENCE_MS = 240_000

const withoutMargin = (solution: string) => solution.replace(/ \+ MARGEN$/m, '')

let copy: ProjectCopy
let folder: string
let before: string
let told: Streams

const grade = () => runApart(copy, ['califica', folder, '--leccion', '3'])
const output = (path: string) => readFileSync(join(folder, 'calificaciones', path), 'utf8')
/** The cells of each student in the table. */
const rows = () =>
  Object.fromEntries(
    output('calificaciones.csv')
      .split('\r\n')
      .map((line) => [line.split(';')[0], line.split(';')]),
  )

function handIn(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

/** All that is in the lessons, in one hash. */
function lessonsHash(): string {
  const hash = createHash('sha256')
  const paths = readdirSync(join(copy.folder, 'lessons'), { recursive: true, withFileTypes: true })
  for (const entry of paths.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name)
    hash.update(`${path}\n`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

beforeAll(async () => {
  copy = await ProjectCopy.create()
  folder = makeFolder()
  const solution = copy.solution(3)
  const instead = (code: string) => solution.replace('return { expiresIn: segundos }', code)
  handIn('Ana Pérez - expiracion.ts', solution)
  handIn(
    'Íñigo, "Núñez"_7_assignsubmission_file_/expiracion.ts',
    instead('return { expiresIn: String(segundos) }'),
  )
  handIn('Bucle/expiracion.ts', instead('for (;;) {}'))
  handIn('Salida/expiracion.ts', instead('process.exit(0)'))
  handIn(
    'Espía/expiracion.ts',
    `import fs from 'node:fs'\nconsole.log('dice', (() => { try { return fs.readdirSync('${copy.folder}/lessons') } catch (error) { return error.code } })(), process.env.SECRETO)\n${solution}`,
  )
  handIn(
    'Falsa/expiracion.ts',
    `${instead('return { expiresIn: 1 }')}\nconst w = globalThis.__vitest_worker__`,
  )
  handIn(
    'Pruebas.zip',
    zipSync({
      'c/lessons/03-expiracion/expiracion.ts': strToU8(withoutMargin(solution)),
      'c/lessons/03-expiracion/expiracion.test.ts': strToU8(''),
    }),
  )
  handIn('Vacía/expiracion.ts', '')
  handIn('Falta/leeme.txt', 'no pude')
  before = lessonsHash()
  told = await runApart(copy, ['califica', folder, '--leccion', '3'], { SECRETO: 'el del profesor' })
}, PATIENCE_MS)

afterAll(async () => {
  await copy.remove()
  removeFolder(folder)
})

/** How many tests the lesson has, which whoever has solved it passes. */
function all(): number {
  return Number(/^(\d+) de \1$/.exec(rows()['Ana Pérez']?.[3] ?? '')?.[1])
}

describe('califica', { timeout: PATIENCE_MS }, () => {
  test('prints a row for each student, in eighty columns', () => {
    expect(told).toMatchObject({ code: 0, errors: '' })
    const table = told.out.slice(told.out.indexOf('Estudiante')).split('\n\n')[0]?.split('\n') ?? []
    expect(table).toHaveLength(10)
    expect(table.filter((line) => line.length > 80)).toEqual([])
  })

  test('gives points for what is green, and says the first mistake as the notebook does', () => {
    expect(rows()['Ana Pérez']?.slice(1, 7)).toEqual([
      '10',
      '10',
      `${all()} de ${all()}`,
      '3,33',
      '3,33',
      '3,33',
    ])
    expect(rows()['"Íñigo, ""Núñez"""']).toContain('Un texto sin unidad son milisegundos: devuelve el número')
    expect(rows().Bucle?.join()).toContain('un bucle que no termina')
    expect(rows().Salida?.join()).toContain('process.exit()')
    expect(rows().Vacía?.join()).toContain('está vacío')
    expect(rows().Falta?.join()).toContain('No está en la entrega')
  })

  test('runs the tests of whoever grades, and tells of others', () => {
    expect(rows().Pruebas?.slice(1, 4)).toEqual(['9,67', '9,67', `${all() - 1} de ${all()}`])
    expect(rows().Pruebas?.join()).toContain('Trae otras pruebas')
  })

  test('shows the submission nothing of the teacher, and says what it prints', () => {
    const page = output('estudiantes/espia.html')
    expect(page).toMatch(/dice (?:ERR_ACCESS_DENIED|ENOENT) undefined/)
    expect(page).toContain('Importa node:fs, que ningún ejercicio necesita')
  })

  test('does not believe who touches what runs the tests', () => {
    expect(rows().Falsa?.slice(1, 4)).toEqual(['0', '0', `0 de ${all()}`])
  })

  test('leaves the lessons as they are, byte for byte', () => {
    expect(lessonsHash()).toBe(before)
  })

  test('goes on with what it has: only what is new runs', async () => {
    handIn('Ana Pérez - expiracion.ts', `${withoutMargin(copy.solution(3))}// otra vez\n`)
    const kept = () => readdirSync(join(copy.folder, '.cuaderno', 'califica'))
    const known = kept()
    expect((await grade()).code).toBe(0)
    expect(rows()['Ana Pérez']?.[1]).toBe('9,67')
    expect(kept().filter((name) => !known.includes(name))).toHaveLength(1)
  })

  test('does not write over what whoever grades has changed', async () => {
    const own = `${output('calificaciones.csv')}una nota mía`
    handIn('calificaciones/calificaciones.csv', own)
    expect((await grade()).out).toContain('lo nuevo está en calificaciones-2.csv')
    expect(output('calificaciones.csv')).toBe(own)
  })
})
