import { curlOf, type Origins } from '../../attack/curl.ts'
import type { FamilyResult, Result } from '../../attack/raid.ts'
import { allResults, gotIn, lacking, scoreOf } from '../../attack/score.ts'
import { TEXTS as ATTACK } from '../../attack/texts.ts'
import type { Paint } from '../../session/report/paint.ts'
import { wrap } from '../../session/report/wrap.ts'
import { TEXTS } from './texts.ts'

/** So many are told whole; of more, one of each family. */
const WHOLE = 8
const NAME_WIDTH = 40

interface Told {
  origins: Origins
  /** The title of a lesson. */
  titleOf: (lesson: number) => string
  /** Whether all are told whole. */
  all: boolean
  /** Whether what was not done is told: of a lesson's own app nothing is lacking. */
  tellSkipped: boolean
}

/** What a learner reads of a raid, with the verdict at the end: it is what a short terminal shows. */
export function scoreboard(found: readonly FamilyResult[], told: Told, paint: Paint): string[] {
  const { held, launched } = scoreOf(allResults(found))
  const lines = [...found.flatMap((family) => familyLine(family, paint)), '']
  const breaches = found.map(({ family, results }) => ({ family, failed: results.filter(gotIn) }))
  const few = told.all || breaches.reduce((sum, { failed }) => sum + failed.length, 0) <= WHOLE
  for (const { family, failed } of breaches) {
    const shown = few ? failed : failed.slice(0, 1)
    for (const result of shown) lines.push(...breachLines(result, family.source, told, paint), '')
    const left = failed.length - shown.length
    if (left) lines.push(`  ${TEXTS.more(left)}`, '')
  }
  if (told.tellSkipped) {
    for (const [need, count] of lacking(found)) lines.push(TEXTS.skipped(count, ATTACK.needs[need]))
  }
  const whole = held === launched
  return [...lines, paint(whole ? 'green' : 'red', `${whole ? '✓' : '✗'} ${TEXTS.total(held, launched)}`)]
}

/** Whether a raid found nothing that was not refused. */
export function heldAll(found: readonly FamilyResult[]): boolean {
  return !allResults(found).some(gotIn)
}

function familyLine({ family, results }: FamilyResult, paint: Paint): string[] {
  const { held, launched } = scoreOf(results)
  if (!launched) return []
  const whole = held === launched
  const mark = paint(whole ? 'green' : 'red', whole ? '✓' : '✗')
  return [`${mark} ${family.title.padEnd(NAME_WIDTH)} ${TEXTS.score(held, launched)}`]
}

function breachLines(result: Result, source: string, { origins, titleOf }: Told, paint: Paint): string[] {
  const { attack, verdict, why = '', shot, answer } = result
  const outcome = verdict === 'in' ? TEXTS.breach : TEXTS.noRefusal(why)
  return [
    ...wrap(`${paint('red', '✗')} ${attack.title}: ${outcome}${answer ? ` (${answer.status})` : ''}`, 0),
    ...wrap(`${TEXTS.why} ${attack.reason}`, 2),
    ...wrap(`${TEXTS.prevents} ${TEXTS.lessonTitle(attack.lesson, titleOf(attack.lesson))}`, 2),
    ...wrap(`${TEXTS.source} ${source}`, 2),
    // In one piece: whoever copies it gets it whole.
    ...(shot ? [`  ${curlOf(shot, origins)}`] : []),
  ]
}
