// Nobody can ask a Worker that does not come back from a loop where it is, and a page that ends it is obeyed two
// seconds later: time enough to take all the memory of the tab. So each loop of the learner's says that it goes on.

import { measureContention } from '../contention.ts'
import { later } from '../node/later.ts'
import { TURN } from '../protocol.ts'
import { linesWritten } from './console.ts'
import { tellPage } from './page.ts'

/** How long a loop may keep everything else waiting: one of the lessons takes a thousandth. In milliseconds. */
const LONGEST_MS = 1000
/** A few turns may be long for another reason, such as a slow phone that loads what they call. */
const FEW = 20
/** Lines after which a loop without end is one that writes, however slow the machine is to write as many as a flood. */
const MANY_LINES = 1000

/** One loop, since the event loop had its last turn. */
interface Loop {
  turns: number
  start: number
  /** Lines in the console when it began. */
  lines: number
}

// A test may put its own clock in the place of this one.
const now = performance.now.bind(performance)
const loops = new Map<number, Loop>()
let contention: number | undefined

/** Gives the learner's loops the function that they call in each turn (`page/mark-loops.ts`). */
export function watchLoops(): void {
  Object.defineProperty(globalThis, TURN, { value: turn })
}

/** @throws in a loop that keeps everything else waiting, once the page knows. */
function turn(line: number, file: string): void {
  const loop = loops.get(line)
  if (!loop) return begin(line)
  if (++loop.turns < FEW) return
  const lasted = now() - loop.start
  if (lasted < LONGEST_MS) return
  contention ??= measureContention()
  if (lasted < LONGEST_MS * contention) return
  if (linesWritten() - loop.lines > MANY_LINES) tellPage({ type: 'flood' })
  tellPage({ type: 'loop', place: { file, line } })
  throw new Error('This loop does not come to its end')
}

function begin(line: number): void {
  if (!loops.size) later(() => loops.clear())
  loops.set(line, { turns: 0, start: now(), lines: linesWritten() })
}
