import { paintFor } from '../../session/report/paint.ts'
import { CHECKS } from '../checks/all.ts'
import { type Report, runInLanes } from '../checks/lanes.ts'

const paint = paintFor(process.stdout)

/**
 * `npm test`: proves the whole workbook, whatever a learner has written in the exercises. With names, as in
 * `npm test motor tipos`, only the checks whose names begin so.
 */
export async function test(wanted: readonly string[]): Promise<number> {
  const chosen = CHECKS.filter(
    ({ name }) =>
      !wanted.length || wanted.some((start) => name.toLowerCase().startsWith(start.toLowerCase())),
  )
  if (!chosen.length) {
    console.error(
      `No hay ninguna comprobación con ese nombre. Hay: ${CHECKS.map(({ name }) => name).join(', ')}`,
    )
    return 1
  }
  let passed = 0
  let failed = 0
  await runInLanes(chosen, (report) => {
    failed += report.outcomes.filter(({ problem }) => problem).length
    passed += report.outcomes.filter(({ problem, leftOut }) => !problem && !leftOut).length
    print(report)
  })
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed ? 1 : 0
}

function print({ name, outcomes, seconds }: Report): void {
  const mark = outcomes.some(({ problem }) => problem) ? paint('red', '✗') : paint('green', '✓')
  const held = outcomes.filter((outcome) => outcome.held).length
  const before = held ? ` · ${held} de la vez anterior: nada de lo que las decide ha cambiado` : ''
  console.log(`${mark} ${name} (${outcomes.length}) · ${seconds.toFixed(1).replace('.', ',')} s${before}`)
  for (const { title, problem, leftOut } of outcomes) {
    if (problem) console.log(`    ${paint('red', '✗')} ${title}\n${indent(problem)}`)
    if (leftOut) console.log(`    – ${title}: ${leftOut}`)
  }
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '        ')
}
