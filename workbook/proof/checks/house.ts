import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appOf, type Lesson, lessonsOf } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { OTHERS } from '../other-answers.ts'
import { none, type Outcome, outcome } from './outcome.ts'

const OWN_IMPORT = /from '#(solucion|ejercicio)\/(\d\d)-/g
const ENGINE_IMPORT = /from '[^']*workbook\//
// Files that any lesson may have besides its exercise and its specification.
const GIVEN = ['app.ts', 'leccion', 'leccion.ts', 'problema.ts']

/** The rules of the house: where files may be and who may know whom. */
export function checkHouse(lessons: readonly Lesson[]): Outcome[] {
  return [
    none('lessons/: ninguna carpeta de más', strayFolders(lessons)),
    none('lessons/indice.ts: las ampliaciones van después del libro', earlyExtensions(lessons)),
    ...lessons.flatMap((lesson) => [
      none(`lección ${lesson.number}: ningún archivo de más`, strayFiles(lesson)),
      none(`lección ${lesson.number}: nada importa una lección posterior ni el motor`, forbidden(lesson)),
      outcome(
        `lección ${lesson.number}: tiene su página`,
        !existsSync(join(ROOT, 'docs', 'lecciones', `${lesson.slug}.md`)) && 'falta en docs/lecciones',
      ),
    ]),
  ]
}

function strayFolders(lessons: readonly Lesson[]): string[] {
  const known = [
    'comun',
    'cuaderno.http',
    'indice.ts',
    'produccion',
    'proyecto',
    ...lessons.map(({ slug }) => slug),
  ]
  return readdirSync(join(ROOT, 'lessons')).filter((name) => !known.includes(name))
}

/** Each app goes on from the one before, and the book's cannot go on from what is not of the book. */
function earlyExtensions(lessons: readonly Lesson[]): string[] {
  const last = appOf(lessonsOf('book', lessons))
  return lessonsOf('extension', lessons).flatMap(({ slug, number }) => (number < last.number ? [slug] : []))
}

/** What its tests take from beside them is given, too. */
function strayFiles({ folder, slug, spec, manifest }: Lesson): string[] {
  const beside = [...readFileSync(spec, 'utf8').matchAll(/ from '\.\/([\w-]+\.ts)'/g)].map(([, name]) => name)
  const known = [...GIVEN, ...beside, manifest.archivo, manifest.archivo.replace('.ts', '.test.ts')]
  const inOrder = [manifest.archivo, OTHERS]
  const solutions = readdirSync(join(ROOT, 'solutions', slug)).filter((name) => !inOrder.includes(name))
  return [...readdirSync(folder).filter((name) => !known.includes(name)), ...solutions]
}

/** A module or its tests may use earlier lessons; only its tests and its app, the exercise itself. */
function forbidden({ folder, number, solution, manifest }: Lesson): string[] {
  const given = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== manifest.archivo)
  const files = [...given.map((name) => join(folder, name)), solution]
  return files.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    const bad = [...source.matchAll(OWN_IMPORT)].filter(([, alias, lesson]) => {
      const other = Number(lesson)
      return alias === 'solucion' ? other >= number : other !== number || file === solution
    })
    return [...bad.map(([text]) => `${file}: ${text}`), ...(ENGINE_IMPORT.test(source) ? [file] : [])]
  })
}
