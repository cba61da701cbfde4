import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'
import { resolveOwnImport } from '../../curriculum/imports.ts'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { none, type Outcome } from './outcome.ts'

const FOLDERS = ['docs/.vitepress', 'lessons', 'solutions', 'workbook']
const PROGRAM = /(?<!\.d)\.(?:ts|mjs|vue)$/
const BUILT = /^docs\/\.vitepress\/(?:cache|dist)\//

// Where everything begins: what no program names, because a tool loads it or its path is put together.
const ENTRIES = [
  /^vitest\.config\.ts$|\.test\.ts$/,
  /^workbook\/main\.mjs$/,
  // VitePress, and what the site puts in the place of its components.
  /^docs\/\.vitepress\/(?:config|theme\/index|.*\.data)\.ts$/,
  /^docs\/\.vitepress\/theme\/(?:Home|LastUpdated|Missing)\.vue$/,
  // Named by the page that has it, so that no other page loads it.
  /^docs\/\.vitepress\/(?:home\/HomePage|progress\/BringProgress|review\/Review)\.vue$/,
  // Loaded by the name of their lesson.
  /^lessons\/\d\d-[^/]+\/(?:app|problema)\.ts$/,
  // Run by whoever deploys the app.
  /^lessons\/produccion\/(?:servidor|alta)\.ts$/,
  // Run in the place of an exercise.
  /^solutions\/[^/]+\/otras\/[^/]+\.ts$/,
  // Run by hand.
  /^workbook\/proof\/(?:flask\/record|site\/share-image)\.ts$/,
  // The laboratory's Worker, and what it has in the place of Node's modules.
  /^workbook\/lab\/(?:node\/[^/]+|worker\/(?:main|tell|asymmetric|asymmetric-script))\.ts$/,
]

const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g
const QUOTED = /'([^'\n]+)'/g
const LOADED = /\bimport\('([^'\n]+)'\)/g
const PACKAGE = /^(?:@[\w.-]+\/)?[\w.-]+/
const EVERYTHING = '*'

/** What a program takes from a file or from a package: some of its names, or everything. */
interface Use {
  from: string
  names: readonly string[]
}

interface Program {
  exports: readonly string[]
  uses: readonly Use[]
}

/** Every file is loaded by some other, every export is imported, and every package of package.json is used. */
export function checkUnused(lessons: readonly Lesson[]): Outcome[] {
  const programs = readPrograms(lessons)
  const used = [...programs.values()].flatMap(({ uses }) => uses)
  return [
    none('todo archivo se usa', unreached(programs)),
    none('todo lo que se exporta se importa', unimported(programs, used)),
    none('todo paquete de package.json se usa', unusedPackages(used)),
  ]
}

/** The project's programs by their path. Exercises are left out: what is in them belongs to the learner. */
function readPrograms(lessons: readonly Lesson[]): Map<string, Program> {
  const exercises = lessons.map(({ exercise }) => exercise.slice(ROOT.length))
  const inside = FOLDERS.flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
  const paths = ['vitest.config.ts', ...inside].filter(
    (path) => PROGRAM.test(path) && !BUILT.test(path) && !exercises.includes(path),
  )
  return new Map(paths.map((path) => [path, readProgram(path, new Set(paths))]))
}

function readProgram(path: string, paths: ReadonlySet<string>): Program {
  const text = readFileSync(ROOT + path, 'utf8')
  const source = path.endsWith('.vue') ? [...text.matchAll(SCRIPT)].map(([, code]) => code).join('\n') : text
  const { staticImports, staticExports } = parseSync('program.ts', source).module
  const exported = staticExports.flatMap(({ entries }) => entries)
  const passedOn = staticExports.filter(({ entries }) => entries.some(({ moduleRequest }) => moduleRequest))
  const rest = [...staticImports, ...passedOn].reduce(
    (code, { start, end }) => code.slice(0, start) + ' '.repeat(end - start) + code.slice(end),
    source,
  )
  const uses = [
    ...staticImports.map(({ moduleRequest, entries }) => ({
      from: moduleRequest.value,
      names: entries.map(({ importName }) => nameOf(importName)),
    })),
    ...passedOn.flatMap(({ entries }) =>
      entries.map(({ moduleRequest, importName }) => ({
        from: moduleRequest?.value ?? '',
        names: [nameOf(importName)],
      })),
    ),
    ...pathsIn(rest, paths).map((from) => ({ from, names: [EVERYTHING] })),
  ]
  return {
    exports: exported
      .filter(({ isType, exportName }) => !isType || !isNamedAgain(nameOf(exportName), source))
      .map(({ exportName }) => nameOf(exportName)),
    uses: uses.map(({ from, names }) => {
      const own = resolveOwnImport(from, ROOT + path, 'solucion')?.slice(ROOT.length) ?? from
      return { from: paths.has(own) ? own : from, names }
    }),
  }
}

/** Whether its own file names a type again: it is there for whoever calls what that file exports. */
function isNamedAgain(type: string, source: string): boolean {
  return (source.match(new RegExp(`\\b${type}\\b`, 'g')) ?? []).length > 1
}

/** What is loaded by its name, and the texts with the path of a file, also in parts: `join(ROOT, 'a', 'b')`. */
function pathsIn(code: string, paths: ReadonlySet<string>): string[] {
  const textsOf = (text: string) => [...text.matchAll(QUOTED)].map(([, path = '']) => path)
  const loaded = [...code.matchAll(LOADED)].map(([, name = '']) => name)
  const parts = textsOf(code.replaceAll("', '", '/')).filter((path) => paths.has(path))
  return [...loaded, ...textsOf(code).filter((text) => text.includes('/')), ...parts]
}

function nameOf({ kind, name }: { kind: string; name: string | null }): string {
  return kind === 'Default' ? 'default' : (name ?? EVERYTHING)
}

function unreached(programs: ReadonlyMap<string, Program>): string[] {
  const reached = new Set<string>()
  const reach = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    for (const { from } of programs.get(path)?.uses ?? []) reach(from)
  }
  for (const path of programs.keys()) if (isEntry(path)) reach(path)
  return [...programs.keys()].filter((path) => !reached.has(path))
}

function unimported(programs: ReadonlyMap<string, Program>, used: readonly Use[]): string[] {
  const taken = new Set(used.flatMap(({ from, names }) => names.map((name) => `${from} ${name}`)))
  const isTaken = (path: string, name: string) =>
    taken.has(`${path} ${name}`) || taken.has(`${path} ${EVERYTHING}`)
  return [...programs].flatMap(([path, { exports }]) =>
    isEntry(path) ? [] : exports.filter((name) => !isTaken(path, name)).map((name) => `${path}: ${name}`),
  )
}

/** The types of a package are used with it; those of Node, with any of its modules. */
function unusedPackages(used: readonly Use[]): string[] {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'))
  const names = new Set(used.map(({ from }) => PACKAGE.exec(from)?.[0]))
  return Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !names.has(name.replace('@types/', '')),
  )
}

function isEntry(path: string): boolean {
  return ENTRIES.some((entry) => entry.test(path))
}
