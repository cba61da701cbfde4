import type { Laboratory } from './laboratory.ts'

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
  const [{ Laboratory }, { default: lessons }, { default: workerUrl }] = await Promise.all([
    import('./laboratory.ts'),
    import('virtual:cuaderno/lecciones'),
    import('virtual:cuaderno/worker'),
  ])
  return new Laboratory(lessons, workerUrl)
}
