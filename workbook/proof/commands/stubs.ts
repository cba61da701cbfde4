import { relative } from 'node:path'
import { loadLessons } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { differingStubs, writeStubs } from '../../curriculum/write-stubs.ts'
import { TEXTS } from './texts.ts'

/** `npm run stubs [-- --check]`: for authors, derives the exercises, or fails if one is not derived. */
export async function stubs([flag]: string[]): Promise<number> {
  const lessons = await loadLessons()
  if (flag !== '--check') {
    writeStubs(lessons)
    console.log(TEXTS.stubsWritten(lessons.length))
    return 0
  }
  const differing = differingStubs(lessons)
  for (const { exercise } of differing) console.error(TEXTS.stubDiffers(relative(ROOT, exercise)))
  if (differing.length) console.error(TEXTS.stubsHint)
  return differing.length ? 1 : 0
}
