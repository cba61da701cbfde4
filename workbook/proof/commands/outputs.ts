import { mkdirSync, writeFileSync } from 'node:fs'
import { loadLessons } from '../../curriculum/lessons.ts'
import { runVariants } from '../../runner/run-variants.ts'
import { OUTPUT_FOLDER, produceOutputs } from '../outputs/outputs.ts'
import { resultVariants } from '../outputs/result-outputs.ts'
import { updateSpyRecording } from '../outputs/spy-recording.ts'
import { TEXTS } from './texts.ts'

/** `npm run salidas`: for authors, writes the terminal outputs that the pages show. */
export async function outputs(): Promise<number> {
  const lessons = await loadLessons()
  const produced = await produceOutputs(lessons, await runVariants(resultVariants(lessons)))
  mkdirSync(OUTPUT_FOLDER, { recursive: true })
  for (const { path, text } of produced) writeFileSync(path, text)
  await updateSpyRecording()
  console.log(TEXTS.outputsWritten(produced.length))
  return 0
}
