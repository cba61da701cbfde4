import {
  type Component,
  defineAsyncComponent,
  type HydrationStrategy,
  hydrateOnIdle,
  hydrateOnInteraction,
} from 'vue'

// Whatever comes first from a pointer, a keyboard or a screen reader.
const TOUCHES = ['pointerdown', 'focusin', 'keydown', 'click'] as const

const idle = hydrateOnIdle()
const touched = hydrateOnInteraction([...TOUCHES])

/** Whichever of them comes first. */
function firstOf(strategies: readonly HydrationStrategy[]): HydrationStrategy {
  return (hydrate, forEach) => {
    const stops: (() => void)[] = []
    const stop = () => {
      for (const end of stops.splice(0)) end()
    }
    let isDone = false
    const once = () => {
      if (isDone) return
      isDone = true
      stop()
      hydrate()
    }
    for (const strategy of strategies) stops.push(strategy(once, forEach) ?? (() => {}))
    // One of them may have called at once, before there was anything to stop.
    if (isDone) stop()
    return stop
  }
}

/**
 * A component that the server has drawn and that starts to answer when the browser has nothing else to do, or
 * at once when it is touched or `others` call it: each in a task of its own, and not all of the page in one that
 * holds the reader.
 */
export function whenIdle<T extends Component>(component: T, ...others: HydrationStrategy[]): T {
  const hydrate = firstOf([idle, touched, ...others])
  return defineAsyncComponent({ loader: () => Promise.resolve(component), hydrate }) as T
}
