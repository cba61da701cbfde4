import { later } from '../node/later.ts'
import { tellPage } from './page.ts'

const TURNS = 8
/** Of an event loop at rest, they take a tenth of one. */
const REST_MS = 4

// A test may put its own clock in the place of this one.
const now = performance.now.bind(performance)

/** Tells the page that the Worker can still be spoken to, and whether each turn waits for somebody's work. */
export function tellOfRest(): void {
  const start = now()
  let left = TURNS
  const turn = () => {
    if (left-- > 0) later(turn)
    else tellPage({ type: 'pong', rested: now() - start < REST_MS })
  }
  turn()
}
