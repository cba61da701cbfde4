import { beforeAll, describe, expect, test } from 'vitest'
import { loadBook } from '../../curriculum/lessons.ts'
import { projectOnDisk } from '../../curriculum/project-source.ts'
import { ownProject, type ProjectSource } from './project.ts'
import { importsOf, rewrite } from './rewrite.ts'

let source: ProjectSource
/** The workbook with these texts in the place of the learner's modules; the others are the solutions. */
function solved(changes: Record<string, string> = {}): ProjectSource {
  const exercises = source.lessons.map(({ exercise }) => exercise)
  const read = (path: string) =>
    changes[path] ?? source.read(exercises.includes(path) ? path.replace('lessons/', 'solutions/') : path)
  return { ...source, read }
}
const json = (files: ReadonlyMap<string, string>, path: string) => JSON.parse(files.get(path) ?? '')

beforeAll(async () => {
  source = projectOnDisk(await loadBook())
})

describe('ownProject', () => {
  let files: Map<string, string>
  beforeAll(() => {
    files = ownProject('Canción de Ñu', solved())
  })

  test('puts the eight modules side by side, with the app and a test for each', () => {
    const modules = [
      'token',
      'guardia',
      'expiracion',
      'errores',
      'revocacion',
      'roles',
      'datos-sensibles',
      'https',
    ]
    const flat = [...files.keys()].filter((path) => /^src\/[^/]+$/.test(path)).sort()
    expect(flat).toEqual(['app', ...modules].map((name) => `src/${name}.ts`).sort())
    const tests = [...files.keys()].filter((path) => path.endsWith('.test.ts')).sort()
    expect(tests).toEqual(['lista-lenta', ...modules].map((name) => `pruebas/${name}.test.ts`).sort())
  })

  test('is given, among what is common, the module of a lesson that it does not have', () => {
    expect(files.get('src/comun/compartido.ts')).toContain('export class RevocadosCompartidos')
    expect(json(files, 'package.json').dependencies).toHaveProperty('@redis/client')
  })

  test('names nothing of the workbook, and leaves nothing to do', () => {
    for (const [path, text] of files) {
      expect(text, path).not.toMatch(
        /#(?:ejercicio|solucion|comun)\b|workbook|lessons\/|#(?:end)?region|TODO \d/,
      )
    }
  })

  test('imports only what it has', () => {
    const { dependencies, devDependencies } = json(files, 'package.json')
    for (const [path, text] of files) {
      if (!path.endsWith('.ts')) continue
      for (const { name } of importsOf(text)) {
        if (name.startsWith('.')) {
          const target = new URL(name, `file:///${path}`).pathname.slice(1)
          expect(files.has(target), `${path} imports ${name}`).toBe(true)
        } else if (!name.startsWith('node:')) {
          // Of this one the program takes a type, and the tests the rest.
          const running = path.startsWith('src/') && path !== 'src/comun/certificado.ts'
          expect(running ? dependencies : { ...dependencies, ...devDependencies }).toHaveProperty(name)
        }
      }
    }
  })

  test('locks each package that it needs, and those that these need, as npm would', () => {
    const { packages } = json(files, 'package-lock.json')
    const { name, dependencies, devDependencies } = json(files, 'package.json')
    expect(packages['']).toMatchObject({ name, dependencies, devDependencies })
    expect(name).toBe('cancion-de-nu')
    for (const [wanted, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(packages[`node_modules/${wanted}`]?.version).toBe(version)
    }
    for (const [path, locked] of Object.entries<{ dependencies?: object }>(packages)) {
      for (const needed of Object.keys(locked.dependencies ?? {})) {
        const homes = [`${path && `${path}/`}node_modules/${needed}`, `node_modules/${needed}`]
        expect(
          homes.some((home) => home in packages),
          `${path} needs ${needed}`,
        ).toBe(true)
      }
    }
    expect(packages['node_modules/express'].dev).toBeUndefined()
    expect(packages['node_modules/vitest'].dev).toBe(true)
  })

  test('brings no secret', () => {
    expect(files.get('.env.example')).toMatch(/^JWT_SECRETO=$/m)
    expect(files.has('.env')).toBe(false)
    expect(files.get('.gitignore')).toMatch(/^\.env$/m)
    expect(files.get('.dockerignore')).toMatch(/^\.env$/m)
  })
})

test("takes along what a module imports of the learner's own, and packages by their name", () => {
  const exercise = source.lessons[2]!.exercise
  const folder = source.lessons[2]!.folder
  const files = ownProject(
    'x',
    solved({
      [exercise]: `import './año.ts'\nimport { parse } from 'vite/dist'\n${solved().read(exercise)}`,
      [`${folder}/año.ts`]: 'export const DIAS = 365\n',
    }),
  )
  expect(files.get('src/año.ts')).toBe('export const DIAS = 365\n')
  expect(files.get('src/expiracion.ts')).toContain("import './año.ts'")
  expect(json(files, 'package.json').dependencies).toHaveProperty('vite')
})

describe('rewrite', () => {
  test('calls a module otherwise wherever it is named, and not where only a text looks like it', () => {
    const before = [
      "import type { A } from '#a'",
      'export * from "#a"',
      "const later = import('#a')",
      "type B = import('#a').B",
      "const text = \"import x from '#a'\" // from '#a'",
      "export const a = '#a'",
    ].join('\n')
    expect(rewrite(before, (name) => (name === '#a' ? './a.ts' : undefined)).split('\n')).toEqual([
      "import type { A } from './a.ts'",
      "export * from './a.ts'",
      "const later = import('./a.ts')",
      "type B = import('./a.ts').B",
      "const text = \"import x from '#a'\" // from '#a'",
      "export const a = '#a'",
    ])
  })

  test('drops the marks of regions, and says what a TODO asked for as any comment', () => {
    const before =
      "f(\n  // #region uno\n  // TODO 1: Suma los dos.\n  // Y nada más.\n  1,\n  // #endregion uno\n)\n'// TODO 2: no'\n"
    expect(rewrite(before, () => undefined)).toBe(
      "f(\n  // Suma los dos.\n  // Y nada más.\n  1,\n)\n'// TODO 2: no'\n",
    )
  })
})
