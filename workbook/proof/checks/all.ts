import { resultVariants } from '../outputs/result-outputs.ts'
import { compositionVariants, judgeComposition } from './composition.ts'
import { exerciseVariants, judgeExercises } from './exercises.ts'
import { checkHouse } from './house.ts'
import { checkLockfile } from './lockfile.ts'
import { checkManifests } from './manifests.ts'
import type { Check } from './outcome.ts'
import { judgeOutputs } from './outputs.ts'
import { checkRooms } from './rooms.ts'
import { checkEngine } from './run-tests.ts'
import { checkSite } from './site.ts'
import { checkSpelling } from './spelling.ts'
import { checkStyle } from './style.ts'
import { checkSiteTypes, checkTypes } from './types.ts'
import { checkUnused } from './unused.ts'

/** All that `npm test` proves: the quickest first, and then the longest, so that nobody waits for it at the end. */
export const CHECKS: readonly Check[] = [
  { name: 'Formato', beside: true, run: checkStyle },
  { name: 'Reglas de la casa', run: checkHouse },
  { name: 'El dibujo de la casa', run: checkRooms },
  { name: 'Ortografía', run: checkSpelling },
  { name: 'Nada sin usar', run: checkUnused },
  { name: 'Binarios de cada sistema', run: checkLockfile },
  { name: 'Lecciones completas', run: (lessons) => checkManifests(lessons) },
  { name: 'Motor', run: checkEngine },
  { name: 'Sitio', run: checkSite },
  {
    name: 'Ejercicios y errores típicos',
    beside: true,
    variants: exerciseVariants,
    run: judgeExercises,
  },
  { name: 'Tipos', beside: true, run: checkTypes },
  { name: 'Tipos del sitio', beside: true, run: checkSiteTypes },
  { name: 'Salidas de las páginas', beside: true, variants: resultVariants, run: judgeOutputs },
  { name: 'Los módulos juntos', beside: true, variants: compositionVariants, run: judgeComposition },
]
