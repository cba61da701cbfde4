import { readFileSync, watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { stamp } from '../runner/stamp.ts'
import { savedAt } from './saved-at.ts'

/** How long the last event of a save may take to arrive, in milliseconds. */
const SETTLE_MS = 15
/** How often to look where no events arrive: a folder shared with Windows or with a container, or a new one. */
const LOOK_MS = 1000

export interface Watch {
  /**
   * Whether any file was saved since it was last told: whoever has read it meanwhile may have read what nobody
   * left there. It is told again then, also if it ends up as it was.
   */
  movedOn(): boolean
  stop(): void
}

/**
 * Calls back once per real change of any of these files, also if they vanish or become something else. It
 * watches their folders, because an editor that saves by renaming replaces the file, and compares texts,
 * because one save is several events.
 */
export function watchFiles(files: readonly string[], onChange: (changed: string[]) => void): Watch {
  const stampAll = () => new Map(files.map((file) => [file, stamp(file)]))
  // Always before the texts: whoever saves in between is heard of again.
  let looked = stampAll()
  let told = looked
  const texts = new Map(files.map((file) => [file, read(file)]))
  let timer: NodeJS.Timeout | undefined
  const compare = () => {
    if (files.some(isBeingSaved)) return soon()
    looked = stampAll()
    const now = new Map(files.map((file) => [file, read(file)]))
    const changed = files.filter((file) => !texts.has(file) || texts.get(file) !== now.get(file))
    if (!changed.length) return
    for (const file of changed) texts.set(file, now.get(file))
    told = looked
    onChange(changed)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(compare, SETTLE_MS)
  }
  const look = () => {
    if (files.some((file) => looked.get(file) !== stamp(file))) soon()
  }
  const names = files.map((file) => basename(file))
  const folders = [...new Set(files.map((file) => dirname(file)))]
  const stops = folders.map((folder) => watchFolder(folder, (name) => names.includes(name) && soon()))
  const looking = setInterval(look, LOOK_MS)
  return {
    movedOn() {
      const moved = files.filter((file) => told.get(file) !== stamp(file))
      for (const file of moved) texts.delete(file)
      if (moved.length) soon()
      return moved.length > 0
    },
    stop() {
      clearTimeout(timer)
      clearInterval(looking)
      for (const stop of stops) stop()
    },
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
    const age = Date.now() - (savedAt(file) ?? 0)
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
