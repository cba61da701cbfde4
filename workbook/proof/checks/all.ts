import type { Check } from './outcome.ts'

/**
 * All that `npm test` proves: the quickest first, and then the longest, so that nobody waits for it at the end. Each
 * is loaded when it runs: the compiler, VitePress and Vitest take two seconds to load, and no process needs them all.
 */
export const CHECKS: readonly Check[] = [
  { name: 'Formato', beside: true, run: async () => (await import('./style.ts')).checkStyle() },
  {
    name: 'Reglas de la casa',
    run: async (lessons) => (await import('./house.ts')).checkHouse(lessons),
  },
  { name: 'El dibujo de la casa', run: async () => (await import('./rooms.ts')).checkRooms() },
  {
    name: 'Ortografía',
    run: async () => (await import('./spelling.ts')).checkSpelling(),
  },
  { name: 'Nada sin usar', run: async (lessons) => (await import('./unused.ts')).checkUnused(lessons) },
  { name: 'Binarios de cada sistema', run: async () => (await import('./lockfile.ts')).checkLockfile() },
  {
    name: 'Lecciones completas',
    run: async (lessons) => (await import('./manifests.ts')).checkManifests(lessons),
  },
  { name: 'Sitio', run: async () => (await import('./site.ts')).checkSite() },
  { name: 'Motor', run: async () => (await import('./run-tests.ts')).checkEngine() },
  {
    name: 'Ejercicios y errores típicos',
    beside: true,
    variants: async (lessons) => {
      const { REMEMBERED } = await import('./remembered.ts')
      return (await import('./exercises.ts')).exerciseVariants(REMEMBERED.changed(lessons))
    },
    run: async (lessons, results) => {
      const { REMEMBERED } = await import('./remembered.ts')
      const { judgeExercises } = await import('./exercises.ts')
      return REMEMBERED.outcomes(lessons, (lesson) => judgeExercises([lesson], results))
    },
  },
  { name: 'Tipos', run: async (lessons) => (await import('./types.ts')).checkTypes(lessons) },
  { name: 'Tipos del sitio', beside: true, run: async () => (await import('./types.ts')).checkSiteTypes() },
  {
    name: 'Salidas de las páginas',
    beside: true,
    variants: async (lessons) => (await import('../outputs/result-outputs.ts')).resultVariants(lessons),
    run: async (lessons, results) => (await import('./outputs.ts')).judgeOutputs(lessons, results),
  },
  {
    name: 'Los módulos juntos',
    beside: true,
    variants: async (lessons) => (await import('./composition.ts')).compositionVariants(lessons),
    run: async (lessons, results) => (await import('./composition.ts')).judgeComposition(lessons, results),
  },
]
