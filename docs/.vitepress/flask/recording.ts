import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../workbook/curriculum/paths.ts'

/** What an API answers: its status, its headers and its body. */
export interface Answer {
  estado: number
  encabezados: Record<string, string>
  cuerpo: unknown
}

/** What both answer to the same. */
export interface Exchange {
  titulo: string
  flask: Answer
  cuaderno: Answer
}

/** A field in which they are not the same. One that an API does not send is undefined. */
export interface Difference {
  titulo: string
  /** `estado`, `cuerpo` or the name of a header. */
  campo: string
  flask: unknown
  cuaderno: unknown
}

export const RECORDING_PATH = join(ROOT, 'docs', 'flask', 'respuestas.json')

/** What was recorded from both by `npm run flask`. */
export function readRecording(): Exchange[] {
  return JSON.parse(readFileSync(RECORDING_PATH, 'utf8'))
}

/** The fields of an exchange that differ. */
export function differencesOf({ titulo, flask, cuaderno }: Exchange): Difference[] {
  const [theirs, ours] = [fieldsOf(flask), fieldsOf(cuaderno)]
  const names = new Set([...Object.keys(theirs), ...Object.keys(ours)])
  return [...names]
    .map((campo) => ({ titulo, campo, flask: theirs[campo], cuaderno: ours[campo] }))
    .filter(({ flask, cuaderno }) => JSON.stringify(flask) !== JSON.stringify(cuaderno))
}

function fieldsOf({ estado, encabezados, cuerpo }: Answer): Record<string, unknown> {
  return { estado, cuerpo, ...encabezados }
}
