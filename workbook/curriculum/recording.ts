import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exchange } from './exchange.ts'
import { ROOT } from './paths.ts'

export const RECORDING_PATH = join(ROOT, 'docs', 'flask', 'respuestas.json')

/** What was recorded from both apps by `npm run flask`. */
export function readRecording(): Exchange[] {
  return JSON.parse(readFileSync(RECORDING_PATH, 'utf8'))
}
