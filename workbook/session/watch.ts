import { readFileSync, statSync, watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { stamp } from '../runner/stamp.ts'

/** How long the last event of a save may take to arrive, in milliseconds. */
const SETTLE_MS = 15
/** How often to look where no events arrive: a folder shared with Windows or with a container, or a new one. */
const LOOK_MS = 1000

/**
 * Calls back once per real change of any of these files, also if they vanish or become something else. It
 * watches their folders, because an editor that saves by renaming replaces the file, and compares texts,
 * because one save is several events.
 */
export function watchFiles(files: readonly string[], onChange: (changed: string[]) => void): () => void {
  const texts = new Map(files.map((file) => [file, read(file)]))
  const stamps = new Map(files.map((file) => [file, stamp(file)]))
  let timer: NodeJS.Timeout | undefined
  const compare = () => {
    if (files.some(isBeingSaved)) return soon()
    const now = new Map(files.map((file) => [file, read(file)]))
    const changed = files.filter((file) => texts.get(file) !== now.get(file))
    for (const file of changed) texts.set(file, now.get(file))
    if (changed.length) onChange(changed)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(compare, SETTLE_MS)
  }
  const look = () => {
    const touched = files.filter((file) => stamps.get(file) !== stamp(file))
    for (const file of touched) stamps.set(file, stamp(file))
    if (touched.length) soon()
  }
  const names = files.map((file) => basename(file))
  const folders = [...new Set(files.map((file) => dirname(file)))]
  const stops = folders.map((folder) => watchFolder(folder, (name) => names.includes(name) && soon()))
  const looking = setInterval(look, LOOK_MS)
  return () => {
    clearTimeout(timer)
    clearInterval(looking)
    for (const stop of stops) stop()
  }
}

/** Events are only quicker than looking: without them (too many watchers, a folder that goes) it still works. */
function watchFolder(folder: string, onEvent: (name: string) => void): () => void {
  try {
    const watcher = watch(folder, (_event, name) => onEvent(name ?? ''))
    watcher.on('error', () => watcher.close())
    return () => watcher.close()
  } catch {
    return () => {}
  }
}

/** On a busy machine a look may fall into a save, where the file is empty for a moment: nobody wrote that. */
function isBeingSaved(file: string): boolean {
  try {
    const age = Date.now() - statSync(file).mtimeMs
    // A clock of another machine may be ahead.
    return age >= 0 && age < SETTLE_MS
  } catch {
    return false
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
