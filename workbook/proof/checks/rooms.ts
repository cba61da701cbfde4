import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { parseSync } from 'vite'
import { ROOT } from '../../curriculum/paths.ts'
import { none, type Outcome, outcome } from './outcome.ts'

const ENGINE = 'workbook'
const SITE = 'docs/.vitepress'
const HEADING = 'La casa'
/** A row of the drawing: a room, what it is and which rooms it knows. */
const ROW = /^\| `([^`]+)` \| [^|]+ \| ([^|]*) \|$/gm
const GENERATED = /\/(?:cache|dist)\//
const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/g

/**
 * The drawing of the house in CONTRIBUTING.md is what the imports say: each room knows those that it names and
 * no others. That no import goes another way is Biome's rule (`noRestrictedImports`, in biome.json).
 */
export function checkRooms(): Outcome[] {
  const drawn = readDrawing()
  const real = readImports()
  const built = readdirSync(join(ROOT, ENGINE), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${ENGINE}/${name}`)
  return [
    none(
      'CONTRIBUTING dibuja todos los cuartos',
      [...built, SITE].filter((room) => !drawn.has(room)),
    ),
    ...[...drawn].map(([room, known]) => {
      const imported = real.get(room) ?? new Set()
      const missing = [...imported].filter((other) => !known.has(other))
      const extra = [...known].filter((other) => !imported.has(other))
      return outcome(
        `${room}: conoce lo que dice el dibujo`,
        [...missing.map((other) => `importa ${other}`), ...extra.map((other) => `no usa ${other}`)].join(
          ' · ',
        ),
      )
    }),
  ]
}

function readDrawing(): Map<string, Set<string>> {
  const sections = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').split(/^#+ /m)
  const house = sections.find((section) => section.startsWith(HEADING)) ?? ''
  return new Map(
    [...house.matchAll(ROW)].map(([, room = '', known = '']) => {
      const names = [...known.matchAll(/`([^`]+)`/g)].map(([, name = '']) => roomCalled(name))
      return [roomCalled(room), new Set(names)]
    }),
  )
}

/** In the drawing a room of the engine goes by its own name. */
function roomCalled(name: string): string {
  return [SITE, 'lessons', 'solutions'].includes(name) ? name : `${ENGINE}/${name}`
}

/** The rooms that each room imports from, tests apart: these may take what proves them. */
function readImports(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const file of [ENGINE, SITE].flatMap(sourcesIn)) {
    const room = roomOf(file)
    if (!room) continue
    const others = importsOf(file).map((path) => roomOf(join(dirname(file), path)))
    for (const other of others) {
      if (other && other !== room) found.set(room, (found.get(room) ?? new Set()).add(other))
    }
  }
  return found
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(?:ts|mjs|vue)$/.test(path) && !/\.test\.ts$/.test(path) && !GENERATED.test(path))
}

/** The relative paths that a file of the project imports. */
export function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
  const programs = file.endsWith('.vue')
    ? [...source.matchAll(SCRIPT)].map(([, script = '']) => script)
    : [source]
  return programs.flatMap(pathsIn).filter((path) => path.startsWith('.'))
}

function pathsIn(program: string): string[] {
  const { staticImports, staticExports, dynamicImports } = parseSync('file.ts', program).module
  const forwarded = staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest))
  return [
    ...[...staticImports.map(({ moduleRequest }) => moduleRequest), ...forwarded].flatMap(
      (request) => request?.value ?? [],
    ),
    ...dynamicImports.map(({ moduleRequest: { start, end } }) => program.slice(start + 1, end - 1)),
  ]
}

/** The room that a path is in; nothing for what is at the top of the engine, which starts all of it. */
function roomOf(path: string): string | undefined {
  const [top = '', name, ...rest] = path.split('/')
  if (top === ENGINE) return name && rest.length ? `${ENGINE}/${name}` : undefined
  if (path.startsWith(SITE)) return SITE
  return ['lessons', 'solutions'].includes(top) ? top : undefined
}
