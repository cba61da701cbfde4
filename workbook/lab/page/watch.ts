import { SILENCE_MS } from '../../verdict/explain/limits.mjs'
import type { Place } from '../../verdict/model.ts'
import { patience } from '../contention.ts'
import type { News } from '../protocol.ts'

const PING_MS = 250
/** How many pings without an answer count as an endless loop: 4 s, also where the machine is busy. */
const MUTE_PINGS = 16
/**
 * How many times in a row it may answer without coming to rest: 1.5 s. It may be taking a gigabyte a second, and a
 * tab has four; what is right rests, or comes to something, within a tenth of that.
 */
const RESTLESS_PINGS = 6
/** How long what is slow of ours may take without a break: far more than any password needs. In milliseconds. */
export const SLOW_MS = 30_000

/** Why a Worker is no longer waited for. `stuck`: it goes on without end. `silent`: it waits without end. */
export interface Impatience {
  type: 'stuck' | 'silent'
  /** Where its code was, if it could tell. */
  place?: Place
}

interface WatchOptions {
  onEnd: (why: Impatience) => void
  /** How long nothing may come of it, in milliseconds. */
  silence?: number
  /** How many times longer than usual to wait on this machine now. */
  busier?: () => number
}

/** Watches a Worker that has been given something to do, until it is stopped or loses its patience. */
export class Watch {
  readonly #worker: Pick<Worker, 'postMessage'>
  readonly #onEnd: (why: Impatience) => void
  readonly #silence: number
  readonly #busier: () => number
  readonly #timer: ReturnType<typeof setInterval>
  #mute = 0
  #restless = 0
  /** Whether it was at rest when it last answered, if it has answered since the last look. */
  #rested: boolean | undefined
  #answered = performance.now()
  #heard = performance.now()
  #isSlow = false
  /** How many times longer than usual it waits, once it has had to ask. */
  #patience: number | undefined

  constructor(
    worker: Pick<Worker, 'postMessage'>,
    { onEnd, silence = SILENCE_MS, busier = patience }: WatchOptions,
  ) {
    this.#worker = worker
    this.#onEnd = onEnd
    this.#silence = silence
    this.#busier = busier
    this.#timer = setInterval(() => this.#check(), PING_MS)
  }

  /** Anything that the Worker says. */
  hear(news: News): void {
    if (news.type === 'pong') this.#answer(news.rested)
    if (news.type === 'loop') this.#end({ type: 'stuck', place: news.place })
    if (news.type === 'busy') this.#isSlow = true
    if (news.type === 'idle') this.#isSlow = false
    if (news.type === 'patience') this.#patience = news.times
  }

  /** Something has come of it. */
  progress(): void {
    this.#heard = performance.now()
    this.#restless = 0
    this.#rested = undefined
    this.#mute = 0
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #answer(rested: boolean): void {
    this.#answered = performance.now()
    this.#mute = 0
    this.#rested = rested
  }

  /** One that could not answer for a while answers many pings at once, and none of those turns is at rest. */
  #countRestless(): void {
    if (this.#rested !== undefined) this.#restless = this.#rested ? 0 : this.#restless + 1
    this.#rested = undefined
  }

  #check(): void {
    const now = performance.now()
    this.#countRestless()
    if (this.#isSlow && now - this.#answered < SLOW_MS) this.progress()
    // Pings are counted and not time: a page that slept sent none.
    if (++this.#mute > MUTE_PINGS || this.#restless >= RESTLESS_PINGS) return this.#end({ type: 'stuck' })
    if (this.#isSilent(now)) return this.#end({ type: 'silent' })
    this.#worker.postMessage({ type: 'ping' })
  }

  /** On a machine with other things to do a clock accuses nobody. */
  #isSilent(now: number): boolean {
    const silence = now - this.#heard
    if (silence <= this.#silence) return false
    this.#patience ??= this.#busier()
    return silence > this.#silence * this.#patience
  }

  #end(why: Impatience): void {
    this.stop()
    this.#onEnd(why)
  }
}
