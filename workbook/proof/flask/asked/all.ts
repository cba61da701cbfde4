import { headerSituations } from './headers.ts'
import { loginSituations } from './logins.ts'
import { routeSituations } from './routes.ts'
import type { Scene, Situation } from './situation.ts'
import { tokenSituations } from './tokens.ts'

/** Everything that both APIs are asked. */
export function situations(scene: Scene): Situation[] {
  return [
    ...loginSituations(),
    ...headerSituations(scene),
    ...tokenSituations(scene),
    ...routeSituations(scene),
  ]
}
