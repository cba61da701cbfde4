// The page of the parity suite: the laboratory, and nothing to see.
import workerUrl from 'virtual:cuaderno/worker'
import type { Laboratory } from '../../lab/page/laboratory.ts'
import { openLaboratory } from '../../lab/page/open.ts'
import { bootWorker } from '../../lab/page/spare.ts'
import { KEPT, keepWorkers } from './kept-worker.ts'

keepWorkers()

async function openSaving(): Promise<Laboratory> {
  const { Laboratory } = await import('../../lab/page/laboratory.ts')
  const { default: lessons } = await import('virtual:cuaderno/lecciones')
  const url = `${workerUrl}${KEPT}`
  return new Laboratory(lessons, url, bootWorker(url))
}

let saving: Promise<Laboratory> | undefined

Object.assign(globalThis, {
  laboratory: openLaboratory(),
  /** Another one, whose Workers judge several answers each. */
  savingLaboratory: () => (saving ??= openSaving()),
})
