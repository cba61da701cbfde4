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

const idleOrTouched: HydrationStrategy = (hydrate, forEach) => {
  const stops: (() => void)[] = []
  const stop = () => {
    for (const end of stops.splice(0)) end()
  }
  const once = () => {
    stop()
    hydrate()
  }
  for (const strategy of [idle, touched]) stops.push(strategy(once, forEach) ?? (() => {}))
  return stop
}

/**
 * A component that the server has drawn and that starts to answer when the browser has nothing else to do, or
 * at once when it is touched: each in a task of its own, and not all of the page in one that holds the reader.
 */
export function whenIdle<T extends Component>(component: T): T {
  return defineAsyncComponent({ loader: () => Promise.resolve(component), hydrate: idleOrTouched }) as T
}
