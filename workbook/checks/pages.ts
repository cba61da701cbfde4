import { findBrowser, NO_BROWSER } from '../browser/launch.ts'
import { type Outcome, outcome } from './outcome.ts'
import { runProject } from './run-project.ts'

/** The built site in a real browser. Without one it says so and goes on; in CI there has to be one. */
export async function checkPages(): Promise<Outcome[]> {
  if (await findBrowser()) return runProject('navegador')
  if (process.env.CI) return [outcome('el sitio en un navegador', NO_BROWSER)]
  console.log(`  El sitio queda sin probar en un navegador. ${NO_BROWSER}`)
  return []
}
