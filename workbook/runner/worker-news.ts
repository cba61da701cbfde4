import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Cause } from '../verdict/explain/ending.ts'
import type { Mishap } from '../verdict/judge.ts'
import type { Place } from '../verdict/model.ts'
import type { Span } from './stopped.ts'
import { fromVariantPath } from './variants.ts'

/** What the workers tell through their stderr. */
export interface WorkerNews {
  onEnd(cause: Cause, place: Place | undefined): void
  onMishap(mishap: Mishap): void
  /** It answers to nothing, but works: its guard will say how that ends. */
  onWork(): void
  /** It works, or the machine held it up: a clock says nothing of what it waits for. */
  onSlow(span: Span): void
  /** Anything else, by its length in characters. */
  onText(length: number): void
}

const NEWS = /@@cuaderno:(?<kind>stuck|memory|works|slow|refused|slip) (?<data>.*)\n/
// What V8 writes if it gives up before the guard notices.
const OUT_OF_MEMORY = 'JavaScript heap out of memory'
/** Long enough for news that arrive in pieces, in characters. */
const KEPT = 20_000

/** A stream for the workers' stderr: keeps silent and tells what they had to say. */
export function listenToWorkers(news: WorkerNews): Writable {
  let pending = ''
  return swallow((text) => {
    news.onText(text.length)
    pending += text
    for (let found = NEWS.exec(pending); found; found = NEWS.exec(pending)) {
      pending = pending.slice(found.index + found[0].length)
      tell(news, found.groups ?? {})
    }
    if (pending.includes(OUT_OF_MEMORY)) {
      pending = ''
      news.onEnd('memory', undefined)
    }
    pending = pending.slice(-KEPT)
  })
}

function tell(news: WorkerNews, { kind, data = '' }: Record<string, string>): void {
  if (kind === 'works') return news.onWork()
  const told = parse(data)
  if (kind === 'slow') return isSpan(told) ? news.onSlow(told) : undefined
  if (kind === 'stuck' || kind === 'memory') {
    if (Array.isArray(told)) news.onEnd(kind, innermostOwn(told))
  } else if (isMishap(told)) news.onMishap({ ...told, kind: kind === 'slip' ? 'slip' : 'refused' })
}

/** Anything may stand there: the learner's code can write the same. */
function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

function isSpan(told: unknown): told is Span {
  const { start, end } = Object(told)
  return typeof start === 'number' && typeof end === 'number'
}

function isMishap(told: unknown): told is Mishap {
  const { message, stack } = Object(told)
  return typeof message === 'string' && typeof stack === 'string'
}

/** A stream that keeps to itself what is written to it. */
export function swallow(onText: (text: string) => void): Writable {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      onText(String(chunk))
      done()
    },
  })
  // Every worker is piped into it in turn, and a pipe ends its destination with its source.
  stream.end = () => stream
  return stream
}

/** Prefers the learner's code to the test that called it. */
function innermostOwn(places: Place[]): Place | undefined {
  const own = places.map(({ file, line }) => ({ file: realFile(file), line }))
  return own.find(({ file }) => !file.endsWith('.test.ts')) ?? own[0]
}

function realFile(url: string): string {
  const path = url.startsWith('file:') ? fileURLToPath(url) : url
  return fromVariantPath(path)?.file ?? path
}
