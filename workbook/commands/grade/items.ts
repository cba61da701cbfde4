// The files of what was handed in, whether they are loose, in a folder or in a ZIP. Nothing is ever written where
// a ZIP says, and no link is followed.
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { LARGEST_BYTES } from '../../runner/read-exercise.ts'
import { TEXTS as SHARED } from '../../verdict/explain/texts.ts'
import { isForeign } from './names.ts'
import { TEXTS } from './texts.ts'

/** A file that somebody handed in. */
export interface Item {
  /** Inside of the submission, with slashes. */
  path: string
  /** Its bytes, or the sentence that says why they are not read. */
  content: Uint8Array | { refused: string }
}

/** What a child of the folder holds, and what there is to tell of it. */
export interface Items {
  items: Item[]
  notes: string[]
}

/** A ZIP with its packages is smaller. In bytes. */
const LARGEST_ZIP = 300_000_000
/** A clone without packages has a tenth. */
const MOST_FILES = 20_000
const DEEPEST = 20
const MOST_IN_ZIP = 500
const WANTED = /\.(?:ts|json)(?:\.txt)?$/i
const OTHER_ARCHIVE = /\.(?:rar|7z|tar|gz|tgz|bz2|xz)$/i
const LEAVES = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i

/** All the files of a child of the folder; `name` is the file's own, without the student's. */
export function itemsOf(path: string, name: string): Items {
  const found: Items = { items: [], notes: [] }
  let files = 0

  function look(full: string, inside: string, depth: number): void {
    if (++files > MOST_FILES || depth > DEEPEST) return
    const stats = lstatSync(full)
    if (stats.isSymbolicLink()) return void found.items.push(refuse(inside, TEXTS.link(inside)))
    if (stats.isDirectory()) {
      for (const entry of readdirSync(full).sort()) {
        if (!isForeign(entry)) look(join(full, entry), inside ? `${inside}/${entry}` : entry, depth + 1)
      }
      return
    }
    if (!stats.isFile()) return void found.items.push(refuse(inside, TEXTS.notAFile(inside)))
    if (/\.zip$/i.test(inside)) return openZip(full, inside, stats.size)
    if (OTHER_ARCHIVE.test(inside)) return void found.notes.push(TEXTS.otherArchive(inside))
    if (!WANTED.test(inside)) return
    found.items.push(
      stats.size > LARGEST_BYTES
        ? refuse(inside, tooBig(inside, stats.size))
        : { path: inside, content: readFileSync(full) },
    )
  }

  function openZip(full: string, inside: string, size: number): void {
    if (size > LARGEST_ZIP) return void found.notes.push(TEXTS.zipTooBig(inside))
    try {
      const { items, notes } = itemsInZip(readFileSync(full), inside)
      found.items.push(...items)
      found.notes.push(...notes)
    } catch {
      found.notes.push(TEXTS.zipBroken(inside))
    }
  }

  const isFolder = lstatSync(path).isDirectory()
  try {
    look(path, isFolder ? '' : name, 0)
  } catch (error) {
    found.notes.push(TEXTS.unreadable(name, (error as NodeJS.ErrnoException).code ?? ''))
  }
  if (files > MOST_FILES) found.notes.push(TEXTS.tooMany(MOST_FILES))
  return found
}

/** The files in the bytes of a ZIP. Throws if it cannot be opened. */
function itemsInZip(bytes: Uint8Array, name: string): Items {
  const items: Item[] = []
  const notes = new Set<string>()
  const taken = new Set<string>()
  const read = unzipSync(bytes, {
    filter({ name: raw, size, originalSize }) {
      const path = raw.normalize('NFC').replaceAll('\\', '/')
      if (LEAVES.test(raw)) notes.add(TEXTS.leaves(name))
      else if (path.split('/').some(isForeign) || !WANTED.test(path)) return false
      // An honest ZIP has each name once, and what it packs is never as large as a bomb.
      else if (taken.has(raw)) items.push(refuse(path, TEXTS.twiceInZip(path)))
      else if (size > LARGEST_BYTES || originalSize > LARGEST_BYTES)
        items.push(refuse(path, tooBig(path, Math.max(size, originalSize))))
      else if (taken.size >= MOST_IN_ZIP) notes.add(TEXTS.tooMany(MOST_IN_ZIP))
      else return Boolean(taken.add(raw))
      return false
    },
  })
  for (const [raw, content] of Object.entries(read)) {
    items.push({ path: raw.normalize('NFC').replaceAll('\\', '/'), content })
  }
  return { items, notes: [...notes] }
}

function refuse(path: string, refused: string): Item {
  return { path, content: { refused } }
}

function tooBig(path: string, bytes: number): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return SHARED.tooBig(name, (bytes / 1e6).toFixed(1).replace('.', ','))
}
