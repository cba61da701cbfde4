import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { COPIES_FOLDER } from '../../learner/copies.ts'
import { writeWhole } from '../../learner/write-whole.ts'
import { CannotUpdate, GitFailed, git } from './git.ts'
import { freeFiles, keepEdited, type Statuses, type Update } from './own-files.ts'
import { TEXTS } from './texts.ts'
import { updateFromNpm } from './without-git.ts'

/** A version of the workbook that continues the one that is here. */
interface NewerVersion {
  /** Commits. */
  from: string
  to: string
  files: Statuses
}

/**
 * Brings the newest version of the workbook, with Git to a clone and with npm to any other folder, and leaves
 * the exercises that the learner edited as they are. Nothing if there is none. Throws `CannotUpdate`; then their
 * texts have not changed.
 */
export async function updateWorkbook(
  lessons: readonly Lesson[],
  root = ROOT,
  folder = COPIES_FOLDER,
): Promise<Update | undefined> {
  if (!existsSync(join(root, '.git'))) return updateFromNpm(lessons, root, folder)
  try {
    const version = await newerVersion(root)
    if (!version) return undefined
    const { dirty, changed } = await differingFiles(root)
    refuseIfEdited(changed, lessons, root)
    refuseIfInTheWay(version, root)
    const { edited, kept } = keepEdited(lessons, root, folder)
    await fastForward(root, version, { dirty, kept })
    return { files: version.files, edited, from: version.from }
  } catch (error) {
    throw error instanceof GitFailed ? new CannotUpdate(TEXTS.failed(error.message)) : error
  }
}

/** Asks for the newest version; nothing if it is the one that is here. */
async function newerVersion(root: string): Promise<NewerVersion | undefined> {
  const ask = (...args: string[]) => git(root, ...args)
  await orElse(ask('rev-parse', '@{upstream}'), () => TEXTS.noUpstream)
  await orElse(ask('fetch', '--quiet'), (reason) => TEXTS.unreachable('git', reason))
  const counts = await ask('rev-list', '--left-right', '--count', 'HEAD...@{upstream}')
  const [ours = 0, theirs = 0] = counts.split('\t').map(Number)
  if (!theirs) return undefined
  if (ours) throw new CannotUpdate(TEXTS.diverged(ours))
  const [from = '', to = ''] = (await ask('rev-parse', 'HEAD', '@{upstream}')).trim().split('\n')
  return { from, to, files: statuses(await ask('diff', '--name-status', '-z', '--no-renames', from, to)) }
}

async function orElse(asked: Promise<string>, sentence: (reason: string) => string): Promise<void> {
  try {
    await asked
  } catch (error) {
    throw error instanceof GitFailed ? new CannotUpdate(sentence(error.message)) : error
  }
}

/** Statuses and paths come in turns, each ended by a NUL. */
function statuses(text: string): Map<string, string> {
  const parts = text.split('\0')
  const files = new Map<string, string>()
  for (let index = 0; index + 1 < parts.length; index += 2) files.set(parts[index + 1]!, parts[index]!)
  return files
}

/** `dirty`: all that git would not replace. `changed`: without those that differ only in line endings. */
async function differingFiles(root: string): Promise<{ dirty: string[]; changed: string[] }> {
  const states = await git(root, 'status', '--porcelain', '-z', '--no-renames', '--untracked-files=no')
  const names = await git(root, 'diff', '--name-only', '-z', '--no-renames', 'HEAD')
  const split = (text: string) => text.split('\0').filter(Boolean)
  return { dirty: split(states).map((state) => state.slice('XY '.length)), changed: split(names) }
}

/** One of the changed files may not be the learner's to edit. */
function refuseIfEdited(changed: readonly string[], lessons: readonly Lesson[], root: string): void {
  const free = freeFiles(lessons, root)
  const edited = changed.filter((path) => !free.includes(path))
  if (edited.length) throw new CannotUpdate(TEXTS.edited(edited))
}

/** A file that the version adds may be there already: it would be replaced. */
function refuseIfInTheWay({ files }: NewerVersion, root: string): void {
  const added = [...files.keys()].filter((path) => files.get(path) === 'A')
  const inTheWay = added.filter((path) => existsSync(join(root, path)))
  if (inTheWay.length) throw new CannotUpdate(TEXTS.inTheWay(inTheWay))
}

/**
 * Moves the project to a newer version. Git refuses to if a file that it changes is dirty: the present
 * version takes its place meanwhile. The texts of those `kept` are there afterwards, whatever happens.
 */
async function fastForward(
  root: string,
  { to, files }: NewerVersion,
  differing: { dirty: readonly string[]; kept: readonly string[] },
): Promise<void> {
  const inPlay = (paths: readonly string[]) => paths.filter((path) => files.has(path))
  const dirty = inPlay(differing.dirty)
  const texts = inPlay(differing.kept).map((path) => [path, readFileSync(join(root, path))] as const)
  let arrived = false
  await uninterrupted(async () => {
    try {
      if (dirty.length) await git(root, 'checkout', '--quiet', 'HEAD', '--', ...dirty)
      await git(root, '-c', 'merge.autoStash=false', 'merge', '--ff-only', '--quiet', to)
      arrived = true
    } finally {
      const gone = (path: string) => arrived && files.get(path) === 'D'
      for (const [path, text] of texts) if (!gone(path)) putBack(join(root, path), text)
    }
  })
}

function putBack(path: string, text: Uint8Array): void {
  writeWhole(path, text)
}

// Whoever asks to stop may end git, but not this process: it still has texts to put back.
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function uninterrupted(act: () => Promise<void>): Promise<void> {
  const ignore = () => {}
  for (const signal of STOPS) process.on(signal, ignore)
  try {
    await act()
  } finally {
    for (const signal of STOPS) process.off(signal, ignore)
  }
}
