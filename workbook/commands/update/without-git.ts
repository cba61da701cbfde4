import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { writeWhole } from '../../learner/write-whole.ts'
import { CannotUpdate } from './git.ts'
import { NpmFailed, npm } from './npm.ts'
import { freeFiles, keepEdited, type Statuses, type Update } from './own-files.ts'
import { TEXTS } from './texts.ts'

/** It says which version a folder has: the last to change, so that an update that was cut can be repeated. */
const LAST = 'package.json'
const NOT_THERE = ['E404', 'ETARGET']
/** An answer, or none: whoever has no connection should not wait for a minute. */
const ONCE = '--fetch-retries=0'

/** Folders with the version that a workbook has and with a newer one, as npm unpacks them. */
interface Versions {
  old: string
  next: string
}

/**
 * Brings the newest version that is published on npm to a folder that is no clone of Git, as `updateWorkbook`
 * does. Nothing if there is none. Throws `CannotUpdate`.
 */
export async function updateFromNpm(
  lessons: readonly Lesson[],
  root: string,
  folder: string,
): Promise<Update | undefined> {
  const { name, version } = JSON.parse(readFileSync(join(root, LAST), 'utf8'))
  const creator = `create-${name}`
  const temp = mkdtempSync(join(tmpdir(), 'cuaderno-'))
  // Each version unpacks itself, as it did when the folder was created.
  const unpack = async (version: string) => {
    await npm(temp, 'exec', '--yes', ONCE, `--package=${creator}@${version}`, '--', creator, version)
    return join(temp, version)
  }
  try {
    const newest = JSON.parse(await npm(temp, 'view', ONCE, '--json', creator, 'version'))
    if (!isNewer(newest, version)) return undefined
    return bring({ old: await unpack(version), next: await unpack(newest) }, lessons, root, folder)
  } catch (error) {
    throw error instanceof NpmFailed ? new CannotUpdate(whyNot(error)) : error
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

function whyNot({ message }: NpmFailed): string {
  return NOT_THERE.includes(message) ? TEXTS.notAClone : TEXTS.unreachable('npm', message)
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0
}

/** Makes a folder of the first version one of the second. Throws `CannotUpdate` if one of its files is of neither. */
export function bring(versions: Versions, lessons: readonly Lesson[], root: string, folder: string): Update {
  const files = statuses(versions)
  refuseIfNotOurs(versions, freeFiles(lessons, root), root)
  const { edited, kept } = keepEdited(lessons, root, folder)
  const paths = [...files.keys()].filter((path) => files.get(path) === 'D' || !kept.includes(path))
  for (const path of paths.sort((one, other) => Number(one === LAST) - Number(other === LAST))) {
    if (files.get(path) === 'D') rmSync(join(root, path), { force: true })
    else writeWhole(join(root, path), readFileSync(join(versions.next, path)), { flush: false })
  }
  return { files, edited }
}

function statuses({ old, next }: Versions): Statuses {
  const [before, after] = [filesIn(old), filesIn(next)]
  const status = (path: string) => {
    if (!after.includes(path)) return 'D'
    if (!before.includes(path)) return 'A'
    return areSame(join(old, path), join(next, path)) ? undefined : 'M'
  }
  return new Map(
    [...new Set([...before, ...after])].flatMap((path) => {
      const changed = status(path)
      return changed ? [[path, changed] as const] : []
    }),
  )
}

/** A file may be as it is in either version: an update that was cut leaves some of each. */
function refuseIfNotOurs({ old, next }: Versions, free: readonly string[], root: string): void {
  const isOther = (path: string) => {
    const here = join(root, path)
    return existsSync(here) && ![old, next].some((version) => areSame(here, join(version, path)))
  }
  const before = filesIn(old)
  const all = new Set([...before, ...filesIn(next)])
  const others = [...all].filter((path) => !free.includes(path) && isOther(path))
  const edited = others.filter((path) => before.includes(path))
  if (edited.length) throw new CannotUpdate(TEXTS.editedInFolder(edited))
  if (others.length) throw new CannotUpdate(TEXTS.inTheWay(others))
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
}

/** Both are there with the same text, but for line endings: an editor of Windows may have changed them. */
function areSame(...paths: readonly [string, string]): boolean {
  if (!paths.every((path) => existsSync(path))) return false
  const [one, other] = paths.map((path) => readFileSync(path, 'latin1').replaceAll('\r\n', '\n'))
  return one === other
}
