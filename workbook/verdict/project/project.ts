import { folderOf, type OwnImports, pathOfImport } from '../../curriculum/own-imports.ts'
import { manifestsFor, type Packages } from './manifest.ts'
import { importsOf, rewrite } from './rewrite.ts'

/** A lesson, as far as its files go: paths inside of the workbook. */
export interface LessonFiles {
  folder: string
  exercise: string
  spec: string
}

/** Where a project of its own comes from. */
export interface ProjectSource extends Pick<Packages, 'locked' | 'isPackage' | 'overrides'> {
  /** The lessons that the app is made of; the last one has it. */
  lessons: readonly LessonFiles[]
  imports: OwnImports
  /** The text of a file by its path in the workbook, or nothing: the exercises, as the learner left them. */
  read(path: string): string | undefined
}

/** What is started, and what is run by hand. */
const PROGRAMS = ['lessons/produccion/servidor.ts', 'lessons/produccion/alta.ts']
/** What the project has besides the programs: as it is, by where it goes. */
const AS_IT_IS: Readonly<Record<string, string>> = {
  'README.md': 'lessons/proyecto/README.md',
  '.env.example': 'lessons/proyecto/env.example',
  '.gitignore': 'lessons/proyecto/gitignore',
  '.dockerignore': 'lessons/proyecto/dockerignore',
  Dockerfile: 'lessons/produccion/Dockerfile',
  'compose.yaml': 'lessons/produccion/compose.yaml',
  'secreto.mjs': 'lessons/proyecto/secreto.mjs',
  'acabar-con-npm.mjs': 'lessons/proyecto/acabar-con-npm.mjs',
  'tsconfig.json': 'lessons/proyecto/configuracion-de-tipos.json',
}
/** The one test that is not a lesson's. */
const OWN_TEST = 'lessons/proyecto/lista-lenta.test.ts'

const SOURCES = 'src'
const TESTS = 'pruebas'
const PACKAGE = /^(?:@[^/]+\/)?[^/]+/

/**
 * The learner's modules, and what is given with them, as a project outside of the workbook: the text of each
 * file by its path there. Throws an `Error` if one of those given is missing.
 */
export function ownProject(title: string, source: ProjectSource): Map<string, string> {
  const exercises = source.lessons.map(({ exercise }) => exercise)
  const specs = source.lessons.map(({ spec }) => spec)
  const app = appOf(source)
  const programs = [...PROGRAMS, app, ...exercises]
  const program = reach(programs, source)
  const all = reach([...programs, ...specs, OWN_TEST], source)
  const place = placeIn(program.paths, exercises)

  const files = new Map<string, string>()
  for (const path of all.paths) {
    const here = place(path)
    files.set(
      here,
      rewrite(given(path, source), (name) => {
        const target = targetOf(name, path, source)
        return target === undefined ? undefined : relative(folderOf(here), place(target))
      }),
    )
  }
  for (const [here, path] of Object.entries(AS_IT_IS)) files.set(here, given(path, source))
  const manifests = manifestsFor(title, {
    ...source,
    run: reach(programs, source, 'running').packages,
    test: all.packages,
  })
  for (const [here, text] of Object.entries(manifests)) files.set(here, text)
  return files
}

interface Reached {
  paths: Set<string>
  packages: Set<string>
}

/** What these files need, themselves included: files of the workbook, and packages. `running`: types apart. */
function reach(entries: readonly string[], source: ProjectSource, when?: 'running'): Reached {
  const paths = new Set<string>()
  const packages = new Set<string>()
  const visit = (path: string) => {
    if (paths.has(path)) return
    paths.add(path)
    for (const { name, isType } of importsOf(given(path, source))) {
      if (isType && when === 'running') continue
      const target = targetOf(name, path, source)
      if (target !== undefined) visit(target)
      else if (!isOwn(name, path, source)) packages.add(PACKAGE.exec(name)?.[0] ?? name)
    }
  }
  entries.forEach(visit)
  return { paths, packages }
}

/** The file of the workbook that an import means; nothing if it is a package's or is not there. */
function targetOf(name: string, from: string, source: ProjectSource): string | undefined {
  const path = pathOfImport(name, from, source.imports, 'mio')
  if (path === undefined) return undefined
  const solved = solvedOf(path, source)
  if (solved !== undefined) return solved
  // The app of a lesson has the modules up to its own; the last one has them all.
  const target = source.lessons.some(({ folder }) => path === `${folder}/app.ts`) ? appOf(source) : path
  return source.read(target) === undefined ? undefined : target
}

/** The solution of a lesson that the project does not have: whoever does not write its module is given it. */
function solvedOf(path: string, { lessons, read }: ProjectSource): string | undefined {
  const [folder] = /^lessons\/\d\d-[^/]+/.exec(path) ?? []
  if (!folder || lessons.some((lesson) => lesson.folder === folder)) return undefined
  const solution = path.replace('lessons/', 'solutions/')
  return read(solution) === undefined ? undefined : solution
}

function isOwn(name: string, from: string, { imports }: ProjectSource): boolean {
  return pathOfImport(name, from, imports, 'mio') !== undefined
}

function appOf({ lessons }: ProjectSource): string {
  return `${lessons.at(-1)?.folder}/app.ts`
}

function given(path: string, { read }: ProjectSource): string {
  const text = read(path)
  if (text === undefined) throw new Error(`${path} is missing`)
  return text
}

/**
 * Where each file goes: the learner's modules and the app, beside each other; what is common, in its folder; on
 * the side of the tests, what only they need.
 */
function placeIn(program: ReadonlySet<string>, exercises: readonly string[]): (path: string) => string {
  const taken = new Map<string, string>()
  for (const path of exercises) taken.set(path, `${SOURCES}/${baseOf(path)}`)
  return (path) => {
    const known = taken.get(path)
    if (known) return known
    const side = program.has(path) ? SOURCES : TESTS
    const beside = path.replace(/^lessons\//, '').replace(/^solutions\/[^/]+\//, 'comun/')
    const flat = `${side}/${/^(?:\d|proyecto\/)/.test(beside) ? baseOf(path) : beside}`
    const free = ![...taken.values()].includes(flat)
    const here = free ? flat : `${side}/${beside}`
    taken.set(path, here)
    return here
  }
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** How a module in a folder calls another one. */
function relative(folder: string, path: string): string {
  const [from, to] = [folder.split('/'), path.split('/')]
  let shared = 0
  while (shared < from.length && from[shared] === to[shared]) shared += 1
  const up = from.slice(shared).map(() => '..')
  return [...(up.length ? up : ['.']), ...to.slice(shared)].join('/')
}
