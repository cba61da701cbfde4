import workerUrl from 'virtual:cuaderno/worker'
import type { Laboratory } from './laboratory.ts'
import { bootWorker } from './spare.ts'

let laboratory: Promise<Laboratory> | undefined

/** The laboratory of this page, loaded once, when somebody asks for it. Only in a browser. */
export function openLaboratory(): Promise<Laboratory> {
  laboratory ??= load().catch((error) => {
    laboratory = undefined
    throw error
  })
  return laboratory
}

async function load(): Promise<Laboratory> {
  // It takes longest: it starts while the rest is on its way.
  const first = bootWorker(workerUrl)
  try {
    const [{ Laboratory }, { default: lessons }] = await Promise.all([
      import('./laboratory.ts'),
      import('virtual:cuaderno/lecciones'),
    ])
    return new Laboratory(lessons, workerUrl, first)
  } catch (error) {
    first.worker.terminate()
    throw error
  }
}
