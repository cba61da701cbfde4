import { checkComponentTypes } from './component-types.ts'
import { checkComposition } from './composition.ts'
import { checkEngine } from './engine.ts'
import { checkExercises } from './exercises.ts'
import { checkHouse } from './house.ts'
import { checkLockfile } from './lockfile.ts'
import { checkManifests } from './manifests.ts'
import type { Check } from './outcome.ts'
import { checkOutputs } from './outputs.ts'
import { checkPages } from './pages.ts'
import { checkSite } from './site.ts'
import { checkSpelling } from './spelling.ts'
import { checkStyle } from './style.ts'
import { checkTypes } from './types.ts'

/** All that `npm test` proves, the quickest first. */
export const CHECKS: readonly Check[] = [
  { name: 'Formato', run: checkStyle },
  { name: 'Reglas de la casa', run: checkHouse },
  { name: 'Ortografía', run: checkSpelling },
  { name: 'Binarios de cada sistema', run: checkLockfile },
  { name: 'Lecciones completas', run: checkManifests },
  { name: 'Tipos', run: checkTypes },
  { name: 'Tipos del sitio', run: checkComponentTypes },
  { name: 'Ejercicios y errores típicos', run: checkExercises },
  { name: 'Los módulos juntos', run: checkComposition },
  { name: 'Salidas de las páginas', run: checkOutputs },
  { name: 'Sitio', run: checkSite },
  { name: 'Motor', run: checkEngine },
  { name: 'Páginas en el navegador', run: checkPages },
]
