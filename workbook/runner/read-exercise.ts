import { isUtf8 } from 'node:buffer'
import { readFileSync, type Stats, statSync } from 'node:fs'
import { basename } from 'node:path'
import { TEXTS } from '../verdict/explain/texts.ts'

/** No exercise comes near; parsing and running more than this only makes the learner wait. */
export const LARGEST_BYTES = 1_000_000

/** The learner's text as it is on disk, or the sentence that says why there is none. Never throws. */
export type Exercise = { source: string } | { unreadable: string; firstLine?: true }

/** Reads the learner's file, which may have become anything. */
export function readExercise(path: string): Exercise {
  const file = basename(path)
  try {
    const odd = oddity(file, statSync(path))
    if (odd) return { unreadable: odd }
    return decode(file, readFileSync(path))
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const gone = code === 'ENOENT' || code === 'ENOTDIR'
    return { unreadable: gone ? TEXTS.missing(file) : TEXTS.unreadable(file, code) }
  }
}

/** Anything but a file is never opened: reading a pipe would wait for ever. */
function oddity(file: string, stats: Stats): string | undefined {
  if (stats.isDirectory()) return TEXTS.folder(file)
  if (!stats.isFile()) return TEXTS.notAFile(file)
  if (stats.size <= LARGEST_BYTES) return undefined
  return TEXTS.tooBig(file, (stats.size / 1e6).toFixed(1).replace('.', ','))
}

function decode(file: string, bytes: Buffer): Exercise {
  const encoding = otherEncoding(bytes)
  if (encoding) return { unreadable: TEXTS.encoding(file, encoding), firstLine: true }
  if (bytes.includes(0)) return { unreadable: TEXTS.binary(file), firstLine: true }
  const source = bytes.toString('utf8').replace(/^\uFEFF/, '')
  return source.trim() ? { source } : { unreadable: TEXTS.empty(file), firstLine: true }
}

function otherEncoding(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex')
  // What PowerShell writes with «>».
  if (mark === 'fffe' || mark === 'feff') return 'UTF-16'
  return isUtf8(bytes) || bytes.includes(0) ? undefined : TEXTS.otherEncoding
}
