import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { DEPENDENCIES, namesOfPackage } from '../../curriculum/packages.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { deriveStub } from '../../curriculum/stub.ts'
import type { LessonData } from '../lesson-data.ts'
import { isHere } from '../modules.ts'

const FOLDERS = ['lessons', 'solutions']
// Manifests travel apart and other right answers stay at home; the rest of these need a disk, a database or
// ports, which a page has not.
const LEFT_OUT =
  /\/leccion(?:\/.*)?\.ts$|\/otras\/|^lessons\/(?:produccion|proyecto)\/|^lessons\/indice\.ts$|^lessons\/comun\/(?:.*\.test|almacen-sqlite|entorno|puertos|servidor|leccion)\.ts$/

// Of Node's, those that are only there with `node:` in front, and some only in later versions.
const WITH_SCHEME = ['sea', 'sqlite', 'test', 'test/reporters']

/** Collects the texts of the lessons as they are in the project. */
export async function collectLessons(): Promise<LessonData> {
  const lessons = (await loadLessons()).map(withProjectPaths)
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
  const modules = paths.filter((path) => path.endsWith('.ts')).sort()
  const wanted = modules.filter((path) => !LEFT_OUT.test(path))
  const files = Object.fromEntries(wanted.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]))
  // What is in lessons/ may be a learner's work.
  for (const { exercise, solution } of lessons) files[exercise] = deriveStub(files[solution] ?? '')
  const { imports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const fromRoot = (target: unknown): unknown =>
    typeof target === 'string'
      ? target.replace('./', '/')
      : Object.fromEntries(
          Object.entries(target as object).map(([condition, path]) => [condition, fromRoot(path)]),
        )
  return {
    lessons,
    files,
    imports: fromRoot(imports) as LessonData['imports'],
    packages: await collectPackages(),
    absent: modules.filter((path) => /^lessons\/comun\/(?!.*\.test\.ts$)/.test(path) && LEFT_OUT.test(path)),
  }
}

async function collectPackages(): Promise<LessonData['packages']> {
  const own = builtinModules.filter((name) => !name.startsWith('_'))
  const found: Record<string, LessonData['packages'][string]> = {}
  for (const name of [...own, ...WITH_SCHEME, ...DEPENDENCIES]) {
    found[name] = (isHere(name) && (await namesOfPackage(name))) || { names: [] }
  }
  return found
}

function withProjectPaths(lesson: Lesson): Lesson {
  const inProject = (path: string) => path.slice(ROOT.length).replaceAll('\\', '/')
  const { folder, exercise, solution, spec } = lesson
  return {
    ...lesson,
    // The site shows these as HTML; they would double what a reader downloads.
    manifest: { ...lesson.manifest, errores: [], equivalentes: [], preguntas: [] },
    folder: inProject(folder),
    exercise: inProject(exercise),
    solution: inProject(solution),
    spec: inProject(spec),
  }
}
