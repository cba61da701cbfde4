import type { Sequence, Step } from './sequence-text.ts'

const COLUMN = 210
const MARGIN = 105
const HEAD = 44
const ROW = 44

/** Draws a sequence as a figure whose text alternative tells the same steps in words. */
export function drawSequence({ title, actors, steps }: Sequence): string {
  const width = 2 * MARGIN + (actors.length - 1) * COLUMN
  const height = HEAD + 26 + steps.length * ROW
  const x = (actor: string) => MARGIN + actors.indexOf(actor) * COLUMN
  const label = escapeXml(`${title}. ${steps.map(tell).join('. ')}`)
  const drawing = [
    ...actors.map((actor) => drawActor(actor, x(actor), height)),
    ...steps.map((step, index) => drawStep(step, x, HEAD + 38 + index * ROW)),
  ].join('')
  return `<figure class="secuencia" tabindex="0" v-pre><svg class="actores-${actors.length}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${drawing}</svg><figcaption>${escapeXml(title)}</figcaption></figure>\n`
}

function drawActor(actor: string, x: number, height: number): string {
  return (
    `<line class="vida" x1="${x}" x2="${x}" y1="${HEAD}" y2="${height - 10}"/>` +
    `<rect class="caja" x="${x - 80}" y="8" width="160" height="36" rx="8"/>` +
    `<text class="actor" x="${x}" y="31">${escapeXml(actor)}</text>`
  )
}

function drawStep(step: Step, x: (actor: string) => number, y: number): string {
  if (step.kind === 'note') {
    const at = x(step.at)
    return `<rect class="nota" x="${at - 100}" y="${y - 22}" width="200" height="28" rx="4"/><text x="${at}" y="${y - 4}">${escapeXml(step.text)}</text>`
  }
  const [from, to] = [x(step.from), x(step.to)]
  const direction = to > from ? 1 : -1
  const wrong = step.wrong ? ' equivocada' : ''
  return (
    `<line class="flecha${step.kind === 'reply' ? ' vuelta' : ''}${wrong}" x1="${from}" x2="${to - 2 * direction}" y1="${y}" y2="${y}"/>` +
    `<path class="punta${wrong}" d="M${to} ${y}l${-9 * direction} -5v10z"/>` +
    `<text x="${(from + to) / 2}" y="${y - 7}">${escapeXml(step.text)}</text>`
  )
}

function tell(step: Step): string {
  if (step.kind === 'note') return `${step.at}: ${step.text}`
  return `${step.from} ${step.kind === 'reply' ? 'responde a' : 'envía a'} ${step.to}: ${step.text}`
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
