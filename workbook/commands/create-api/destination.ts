import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { ROOT } from '../../curriculum/paths.ts'
import { diskTrouble } from '../../learner/disk-trouble.ts'
import { whileBusy } from '../../learner/write-whole.ts'
import { TEXTS } from './texts.ts'

/** What Vite takes for the end of an address, or for a code in it. */
const UNOPENABLE = /[#?%]/

/** The folder of a project that does not exist or has nothing in it, and what the project is called. */
interface Destination {
  folder: string
  title: string
}

/** Where the words after a command say that the project goes, from a folder; or the sentence that refuses it. */
export function chooseDestination(names: readonly string[], from: string): Destination | { refused: string } {
  const [name = ''] = names
  if (!name.trim()) return { refused: TEXTS.noName }
  if (name.startsWith('-')) return { refused: TEXTS.noOption(name) }
  if (names.length > 1) return { refused: TEXTS.manyNames(JSON.stringify(names.join(' '))) }
  const folder = resolve(from, name)
  const refused = whyNot(folder, name)
  return refused ? { refused } : { folder, title: basename(folder) }
}

function whyNot(folder: string, name: string): string | undefined {
  const { real, nearest } = realPath(folder)
  if (isInside(real, realpathSync(ROOT))) return TEXTS.inside(name)
  const [sign] = UNOPENABLE.exec(real) ?? []
  if (sign) return TEXTS.strange(sign, folder)
  if (!statSync(nearest).isDirectory()) return TEXTS.notFolder(nearest === real ? name : nearest)
  if (!isWritable(nearest)) return TEXTS.notWritable(nearest)
  return nearest === real && readdirSync(real).length > 0 ? TEXTS.taken(name) : undefined
}

/** Where a path really is, through links, and the nearest of its folders that exists: itself, if it does. */
function realPath(folder: string): { real: string; nearest: string } {
  if (existsSync(folder)) {
    const real = realpathSync(folder)
    return { real, nearest: real }
  }
  const above = realPath(dirname(folder))
  return { real: join(above.real, basename(folder)), nearest: above.nearest }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way.split(sep)[0] !== '..' && !isAbsolute(way)
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Writes the files of a project, all of them or none, into a folder that is not there or is empty; gives the
 * sentence that says why it could not.
 */
export function writeProject(folder: string, files: ReadonlyMap<string, string>): string | undefined {
  const isThere = existsSync(folder)
  const draft = isThere ? join(folder, `.${process.pid}.tmp`) : `${folder}.${process.pid}.tmp`
  const ours: string[] = []
  try {
    makeFolder(draft, ours)
    for (const [path, text] of files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true })
      writeFileSync(join(draft, path), text)
    }
    if (isThere) moveInside(draft, folder, ours)
    else whileBusy(() => renameSync(draft, folder))
    return undefined
  } catch (error) {
    for (const path of ours) rmSync(path, { recursive: true, force: true })
    const { code, message } = error as NodeJS.ErrnoException
    return TEXTS.notWritten(folder, diskTrouble({ code }) ?? `el sistema dice ${code ?? message}`)
  }
}

/** Step by step, noting each: all at once, Node never ends where the system makes none (in `/proc`). */
function makeFolder(folder: string, ours: string[]): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), ours)
  mkdirSync(folder)
  ours.push(folder)
}

/** Moves what is in a folder to another one, where it is noted among what is ours. */
function moveInside(from: string, to: string, ours: string[]): void {
  for (const name of readdirSync(from)) {
    whileBusy(() => renameSync(join(from, name), join(to, name)))
    ours.push(join(to, name))
  }
  rmSync(from, { recursive: true })
}
