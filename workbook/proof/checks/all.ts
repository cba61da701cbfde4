import { checkComposition } from './composition.ts'
import { checkExercises } from './exercises.ts'
import { checkHouse } from './house.ts'
import { checkLockfile } from './lockfile.ts'
import { checkManifests } from './manifests.ts'
import type { Check } from './outcome.ts'
import { checkOutputs } from './outputs.ts'
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
  { name: 'Lecciones completas', run: checkManifests },
  { name: 'Motor', run: checkEngine },
  { name: 'Sitio', run: checkSite },
  { name: 'Ejercicios y errores típicos', beside: true, run: checkExercises },
  { name: 'Tipos', run: checkTypes },
  { name: 'Tipos del sitio', beside: true, run: checkSiteTypes },
  { name: 'Salidas de las páginas', beside: true, run: checkOutputs },
  { name: 'Los módulos juntos', beside: true, run: checkComposition },
]
