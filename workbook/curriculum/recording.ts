import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.ts'

/** What an API answers: its status, its headers and its body. */
export interface Answer {
  estado: number
  encabezados: Record<string, string>
  cuerpo: unknown
}

/** What the finished app, and the one in Flask beside it, answered to the same. */
export interface Exchange {
  titulo: string
  flask: Answer
  cuaderno: Answer
}

export const RECORDING_PATH = join(ROOT, 'docs', 'flask', 'respuestas.json')

/** What was recorded from both by `npm run flask`. */
export function readRecording(): Exchange[] {
  return JSON.parse(readFileSync(RECORDING_PATH, 'utf8'))
}
