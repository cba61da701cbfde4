import { hearSlow } from '../node/slow.ts'
import { tellPage } from './page.ts'

// A test may put its own clock in the place of this one.
const now = performance.now.bind(performance)

/** Tells the page while what is slow is not the learner's code, which cannot answer meanwhile. */
export function watchSlow(): void {
  let start = 0
  hearSlow((state) => {
    if (state === 'busy') {
      start = now()
      tellPage({ type: 'busy' })
    } else {
      tellPage({ type: 'idle', ms: now() - start })
    }
  })
}
