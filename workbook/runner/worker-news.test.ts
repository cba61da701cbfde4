import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../curriculum/paths.ts'
import type { Place } from '../verdict/model.ts'
import { variantPath } from './variants.ts'
import { listenToWorkers } from './worker-news.ts'

const EXERCISE = join(ROOT, 'lessons', '03-expiracion', 'expiracion.ts')
const SPEC = join(ROOT, 'lessons', '03-expiracion', 'expiracion.test.ts')

const mark = (places: Place[], cause = 'stuck') => `\n@@cuaderno:${cause} ${JSON.stringify(places)}\n`

/** A stream for the workers and all that it tells. */
function listening() {
  const told: unknown[] = []
  let characters = 0
  const stream = listenToWorkers({
    onEnd: (cause, place) => told.push(cause === 'stuck' ? place : [cause, place]),
    onWork: () => told.push('works'),
    onSlow: (span) => told.push(span),
    onMishap: (mishap) => told.push(mishap),
    onText: (length) => {
      characters += length
    },
  })
  return { stream, told, written: () => characters }
}

/** What is told while these chunks are written. */
function told(...chunks: string[]): unknown[] {
  const { stream, told } = listening()
  for (const chunk of chunks) stream.write(chunk)
  return told
}

describe('listenToWorkers', () => {
  test('tells that a loop takes more and more memory', () => {
    expect(told(mark([], 'works'))).toEqual(['works'])
  })

  test('tells that it is slow and not silent', () => {
    const span = { start: 1000, end: 1250 }
    expect(told(`@@cuaderno:slow ${JSON.stringify(span)}\n`, '@@cuaderno:slow 7\n')).toEqual([span])
  })

  test('tells the innermost place of the learner rather than the test that called it', () => {
    const places = [
      { file: pathToFileURL(SPEC).href, line: 3 },
      { file: pathToFileURL(EXERCISE).href, line: 27 },
      { file: pathToFileURL(EXERCISE).href, line: 40 },
    ]
    expect(told(mark(places))).toEqual([{ file: EXERCISE, line: 27 }])
  })

  test('tells the place in the test if there is no other', () => {
    expect(told(mark([{ file: SPEC, line: 3 }]))).toEqual([{ file: SPEC, line: 3 }])
  })

  test('tells that it is stuck even if nobody knows where', () => {
    expect(told(mark([]))).toEqual([undefined])
  })

  test('tells apart a worker that took too much memory', () => {
    const place = { file: EXERCISE, line: 9 }
    expect(told(mark([place], 'memory'))).toEqual([['memory', place]])
  })

  test('understands V8 if it gives up by itself', () => {
    const fatal = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n'
    expect(told(fatal, ' 1: 0xb9c310 node::Abort()\n')).toEqual([['memory', undefined]])
  })

  test('gives the real path of a variant', () => {
    const place = { file: variantPath('una', EXERCISE), line: 9 }
    expect(told(mark([place]))).toEqual([{ file: EXERCISE, line: 9 }])
  })

  test('tells what went wrong and who was running', () => {
    const mishap = { message: 'Error: cuaderno:fatal listen', stack: 'Error\n    at x', test: '1_2' }
    expect(told(`@@cuaderno:refused ${JSON.stringify(mishap)}\n`)).toEqual([{ kind: 'refused', ...mishap }])
  })

  test('understands a mark that arrives in pieces', () => {
    const text = mark([{ file: EXERCISE, line: 27 }])
    expect(told(text.slice(0, 12), text.slice(12, 30), text.slice(30))).toHaveLength(1)
  })

  test('tells each mark once, also if they arrive together', () => {
    const text = mark([{ file: EXERCISE, line: 27 }])
    expect(told(text + text, 'y sigue', text)).toHaveLength(3)
  })

  test('keeps silent about anything else', () => {
    expect(told('Error: roto\n', '@@cuaderno', ' stuck\n')).toEqual([])
  })

  test('does not choke on a mark that the learner wrote', () => {
    const text = mark([{ file: EXERCISE, line: 27 }])
    expect(told('@@cuaderno:stuck {esto no\n', '@@cuaderno:slip 7\n', text)).toHaveLength(1)
  })

  test('counts what is written', () => {
    const { stream, written } = listening()
    stream.write('x'.repeat(30_000))
    stream.write('ñ')
    expect(written()).toBe(30_001)
  })

  test('goes on listening after the stderr of a worker that ended', async () => {
    const { stream, told } = listening()
    const worker = new PassThrough()
    worker.pipe(stream)
    await finished(worker.end().resume(), { writable: false })
    new PassThrough().end(mark([])).pipe(stream)
    await expect.poll(() => told).toHaveLength(1)
  })
})
