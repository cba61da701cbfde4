export interface Sequence {
  title: string
  actors: string[]
  steps: Step[]
}

export type Step =
  | { kind: 'note'; at: string; text: string }
  | { kind: 'message' | 'reply'; from: string; to: string; text: string; wrong?: true }

const TITLE = /^título:\s*(.+)$/
const NOTE = /^nota (.+?):\s*(.+)$/
const ARROW = /^(.+?)\s*(-->|->)\s*(.+?):\s*(.+)$/

/** Reads `A -> B: texto`, `B --> A: respuesta`, `nota A: texto` and `título: …`, one a line. */
export function parseSequence(source: string): Sequence {
  const lines = source.split('\n').flatMap((line) => line.trim() || [])
  const title = lines.map((line) => TITLE.exec(line)?.[1]).find(Boolean)
  if (!title) throw new Error('secuencia: falta la línea «título: …»')
  const steps = lines.filter((line) => !TITLE.test(line)).map(parseStep)
  const actors = steps.flatMap((step) => (step.kind === 'note' ? [step.at] : [step.from, step.to]))
  return { title, steps, actors: [...new Set(actors)] }
}

function parseStep(line: string): Step {
  const note = NOTE.exec(line)
  if (note) return { kind: 'note', at: note[1] ?? '', text: note[2] ?? '' }
  const [, from = '', arrow, to = '', text = ''] = ARROW.exec(line) ?? []
  if (!arrow) throw new Error(`secuencia: no entiendo la línea «${line}»`)
  return { kind: arrow === '-->' ? 'reply' : 'message', from, to, text }
}
