import { readFileSync, watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** How long the last event of a save may take to arrive, in milliseconds. */
const SETTLE_MS = 15

/**
 * Calls back once per real change of any of these files. It watches their folders, because an editor
 * that saves by renaming replaces the file, and compares texts, because one save is several events.
 */
export function watchFiles(files: readonly string[], onChange: (changed: string[]) => void): () => void {
  const texts = new Map(files.map((file) => [file, read(file)]))
  let timer: NodeJS.Timeout | undefined
  const compare = () => {
    const changed = files.filter((file) => texts.get(file) !== read(file))
    for (const file of changed) texts.set(file, read(file))
    if (changed.length) onChange(changed)
  }
  const watchers = [...new Set(files.map((file) => dirname(file)))].map((folder) =>
    watch(folder, (_event, name) => {
      if (name && !files.some((file) => basename(file) === name)) return
      clearTimeout(timer)
      timer = setTimeout(compare, SETTLE_MS)
    }),
  )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
