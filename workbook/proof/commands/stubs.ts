import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { loadLessons } from '../../curriculum/lessons.ts'
import { ORIGINALS, originalsOf } from '../../curriculum/originals.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { differingStubs, writeStubs } from '../../curriculum/write-stubs.ts'
import { TEXTS } from './texts.ts'

/**
 * `npm run stubs [-- --check]`: for authors, derives the exercises and notes what the specifications are, or fails if
 * one is not derived or something else is noted.
 */
export async function stubs([flag]: string[]): Promise<number> {
  const lessons = await loadLessons()
  if (flag !== '--check') {
    writeStubs(lessons)
    writeFileSync(ORIGINALS, originalsOf(lessons))
    console.log(TEXTS.stubsWritten(lessons.length))
    return 0
  }
  const differing = differingStubs(lessons)
  for (const { exercise } of differing) console.error(TEXTS.stubDiffers(relative(ROOT, exercise)))
  const noted = readFileSync(ORIGINALS, 'utf8') === originalsOf(lessons)
  if (!noted) console.error(TEXTS.otherSpecifications(relative(ROOT, ORIGINALS)))
  const derived = !differing.length && noted
  if (!derived) console.error(TEXTS.stubsHint)
  return derived ? 0 : 1
}
