import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lesson } from '../../curriculum/lesson.ts'
import { ROOT } from '../../curriculum/paths.ts'
import type { VariantResults } from '../../runner/run-variants.ts'
import { httpFile } from './http-file.ts'
import { outputName } from './output-name.ts'
import { resultOutputs } from './result-outputs.ts'
import { sceneOutput } from './scene-output.ts'

/** What a program writes, as the terminal output that a page shows: where it is kept and what it would be now. */
export interface Output {
  path: string
  text: string
}

export const OUTPUT_FOLDER = join(ROOT, 'docs', 'salidas')
/** Beside the exercises, where a learner finds it. */
export const HTTP_FILE = join(ROOT, 'lessons', 'cuaderno.http')

/**
 * All that the pages show: what each lesson's scene prints, which runs now, and its results in red and in green,
 * which `resultVariants` gave. And the prepared requests.
 */
export async function produceOutputs(lessons: readonly Lesson[], results: VariantResults): Promise<Output[]> {
  const scenes = lessons.map(
    async (lesson) => [outputName(lesson, 'problema'), await sceneOutput(lesson)] as const,
  )
  const named = [...(await Promise.all(scenes)), ...resultOutputs(lessons, results)]
  const shown = named.map(([name, text]) => ({ path: join(OUTPUT_FOLDER, name), text }))
  return [...shown, { path: HTTP_FILE, text: httpFile(lessons) }]
}

/** Whether the file that the page shows is still what a run gives. */
export function isCurrent({ path, text }: Output): boolean {
  return existsSync(path) && readFileSync(path, 'utf8') === text
}
