import { join } from 'node:path'
import { ROOT } from '../curriculum/paths.ts'
import { answered, type Memory, soundMemory } from '../verdict/review/schedule.ts'
import { isRecord, readKept } from './read-kept.ts'
import { writeWhole } from './write-whole.ts'

const REVIEW_FILE = join(ROOT, '.cuaderno', 'repaso.json')

/** What is remembered of the review; a file that cannot be understood is kept aside. Throws if it cannot be read. */
export function readReview(file = REVIEW_FILE): Memory {
  return readKept(file, parse, {})
}

/** Remembers an answer of today. Reads again before: another terminal may have written since. */
export function rememberAnswer(id: string, right: boolean, today: string, file = REVIEW_FILE): void {
  const memory = answered(readReview(file), id, right, today)
  writeWhole(file, `${JSON.stringify(memory, null, 2)}\n`, { flush: false })
}

function parse(text: string): Memory {
  const value: unknown = JSON.parse(text)
  if (!isRecord(value)) throw new Error('not a memory of the review')
  return soundMemory(value)
}
