import { findBrowser, NO_BROWSER } from '../browser/launch.ts'
import { type Outcome, outcome } from './outcome.ts'
import { runProject } from './run-project.ts'

// What a reader does in them takes minutes: `npm run navegador`.
const EVERY_PAGE = 'workbook/proof/browser/pages.test.ts'

/** Every built page in a real browser. Without one it says so and goes on; in CI there has to be one. */
export async function checkPages(): Promise<Outcome[]> {
  if (await findBrowser()) return runProject('navegador', [EVERY_PAGE])
  if (process.env.CI) return [outcome('el sitio en un navegador', NO_BROWSER)]
  console.log(`  El sitio queda sin probar en un navegador. ${NO_BROWSER}`)
  return []
}
