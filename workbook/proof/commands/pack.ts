import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { npm } from '../../commands/update/npm.ts'
import { pathIn } from '../../commands/update/own-files.ts'
import { loadLessons } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { stubOf } from '../../curriculum/write-stubs.ts'
import { TEXTS } from './texts.ts'

const CREATOR = join(ROOT, 'workbook', 'create')
const OUT = join('.cuaderno', 'paquete')
// Of the repository, and not of a copy of the workbook.
const LEFT_OUT = /^\.(?:ci|github)\//
// What the package takes from the workbook's package.json.
const SHARED = ['version', 'description', 'license', 'repository']

/** What each file of a workbook has in it, by its path with `/`. */
type Files = ReadonlyMap<string, string | Uint8Array>

/** `npm run paquete [folder]`: for the owner, the package that `npm create cuaderno-jwt` brings. */
export async function pack([folder = OUT]: string[]): Promise<number> {
  const path = await packCreator(await workbookFiles(), folder)
  console.log(TEXTS.packed(relative(process.cwd(), path).replaceAll('\\', '/')))
  return 0
}

/** The files that git knows of this workbook, as they are, but for its exercises: these are to be done. */
export async function workbookFiles(): Promise<Map<string, string | Uint8Array>> {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  const stubs = (await loadLessons()).map(
    (lesson) => [pathIn(ROOT, lesson.exercise), stubOf(lesson)] as const,
  )
  const paths = listed.split('\0').filter((path) => path && !LEFT_OUT.test(path))
  const exercises = new Map(stubs)
  return new Map(paths.map((path) => [path, exercises.get(path) ?? readFileSync(join(ROOT, path))]))
}

/** Packs a workbook with what unpacks it. Gives the path of the package, in that folder. */
export async function packCreator(files: Files, folder: string): Promise<string> {
  const temp = mkdtempSync(join(tmpdir(), 'cuaderno-'))
  try {
    cpSync(CREATOR, temp, { recursive: true })
    const creator = JSON.parse(readFileSync(join(CREATOR, 'package.json'), 'utf8'))
    const workbook = JSON.parse(String(files.get('package.json')))
    const shared = SHARED.map((field) => [field, workbook[field]])
    write(join(temp, 'package.json'), JSON.stringify({ ...creator, ...Object.fromEntries(shared) }, null, 2))
    const apart = new Map(Object.entries(creator.apart).map(([name, path]) => [path, name]))
    for (const [path, text] of files) write(join(temp, apart.get(path) ?? `cuaderno/${path}`), text)
    const name = (await npm(temp, 'pack', '--silent')).trim()
    mkdirSync(folder, { recursive: true })
    copyFileSync(join(temp, name), join(folder, name))
    return join(folder, name)
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
