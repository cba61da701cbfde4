type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
type Locks = Pick<LockManager, 'request' | 'query'>

const PREFIX = 'cuaderno-jwt:laboratorio:en-marcha'

/**
 * Whether a run of these exercises began in a tab that is no more: the browser closes a tab that takes all
 * memory, and opening it again would only run the same text again. A tab that is still there holds a lock, so
 * that nobody takes its run for one that was cut.
 */
export class UnfinishedRun {
  readonly #key: string
  readonly #tab: string
  readonly #storage: Kept | undefined
  readonly #locks: Locks | undefined
  #release = () => {}

  /** `name`: of the exercises. `tab`: another one for each time that they are opened. */
  constructor(name: string, tab: string, storage: Kept | undefined, locks: Locks | undefined) {
    this.#key = `${PREFIX}:${name}`
    this.#tab = tab
    this.#storage = storage
    this.#locks = locks
    const held = new Promise<void>((resolve) => {
      this.#release = resolve
    })
    void locks?.request(lockOf(tab), () => held)
  }

  /** Without locks nothing is known of other tabs, and nothing is said. */
  async wasCut(): Promise<boolean> {
    const tab = this.#read()
    if (!tab || !this.#locks) return false
    const { held = [] } = await this.#locks.query()
    return !held.some(({ name }) => name === lockOf(tab))
  }

  begin(): void {
    try {
      this.#storage?.setItem(this.#key, this.#tab)
    } catch {
      // A browser that keeps nothing remembers no run either.
    }
  }

  end(): void {
    if (this.#read() === this.#tab) this.#storage?.removeItem(this.#key)
  }

  /** Nobody looks at this tab's exercises any more. */
  close(): void {
    this.end()
    this.#release()
  }

  #read(): string | undefined {
    try {
      return this.#storage?.getItem(this.#key) ?? undefined
    } catch {
      return undefined
    }
  }
}

function lockOf(tab: string): string {
  return `${PREFIX}:${tab}`
}
