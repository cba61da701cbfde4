// node:diagnostics_channel, what Express's router publishes errors with and the runner hears them by.
// unenv's accepts subscribers and never tells them anything.
type Listener = (message: unknown, name: string) => void
const EVENTS = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'] as const

class Channel {
  readonly name: string
  readonly #listeners = new Set<Listener>()

  constructor(name: string) {
    this.name = name
  }
  get hasSubscribers(): boolean {
    return this.#listeners.size > 0
  }
  subscribe(listener: Listener): void {
    this.#listeners.add(listener)
  }
  unsubscribe(listener: Listener): boolean {
    return this.#listeners.delete(listener)
  }
  publish(message: unknown): void {
    for (const listener of this.#listeners) listener(message, this.name)
  }
  /** Without the stores of AsyncLocalStorage, which no browser has. */
  runStores(
    message: unknown,
    work: (...args: unknown[]) => unknown,
    self?: unknown,
    ...args: unknown[]
  ): unknown {
    this.publish(message)
    return work.apply(self, args)
  }
}

const channels = new Map<string, Channel>()

export function channel(name: string): Channel {
  const found = channels.get(name) ?? new Channel(name)
  channels.set(name, found)
  return found
}

/** The five channels of something that happens, and whether anybody follows it. */
export function tracingChannel(name: string) {
  const of = Object.fromEntries(EVENTS.map((event) => [event, channel(`tracing:${name}:${event}`)]))
  return Object.assign(of as Record<(typeof EVENTS)[number], Channel>, {
    subscribe(listeners: Record<string, Listener>): void {
      for (const [event, listener] of Object.entries(listeners)) of[event]?.subscribe(listener)
    },
    get hasSubscribers(): boolean {
      return EVENTS.some((event) => of[event]?.hasSubscribers)
    },
  })
}
