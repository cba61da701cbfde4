// What is slow here and is not the learner's: whoever watches the Worker must not take it for an endless loop.

type Listener = (state: 'busy' | 'idle') => void

let listener: Listener = () => {}
let running = 0

/** Calls back when something slow begins, and when nothing slow is on its way any more. */
export function hearSlow(listen: Listener): void {
  listener = listen
}

/** Does something slow. */
export function slowly<T>(work: () => T): T {
  begin()
  try {
    return work()
  } finally {
    end()
  }
}

/** The same, for what ends later. */
export async function slowlyLater<T>(work: () => Promise<T>): Promise<T> {
  begin()
  try {
    return await work()
  } finally {
    end()
  }
}

function begin(): void {
  if (++running === 1) listener('busy')
}

function end(): void {
  if (--running === 0) listener('idle')
}
