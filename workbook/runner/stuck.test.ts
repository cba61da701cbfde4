import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../curriculum/paths.ts'
import type { Place } from './model.ts'
import { listenForStuck } from './stuck.ts'
import { variantPath } from './variants.ts'

const EXERCISE = join(ROOT, 'lessons', '03-expiracion', 'expiracion.ts')
const SPEC = join(ROOT, 'lessons', '03-expiracion', 'expiracion.test.ts')

const mark = (places: Place[]) => `\n@@cuaderno:stuck ${JSON.stringify(places)}\n`

/** The places that are told while these chunks are written. */
function told(...chunks: string[]): (Place | undefined)[] {
  const places: (Place | undefined)[] = []
  const stream = listenForStuck((place) => places.push(place))
  for (const chunk of chunks) stream.write(chunk)
  return places
}

describe('listenForStuck', () => {
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

  test('gives the real path of a variant', () => {
    const place = { file: variantPath('una', EXERCISE), line: 9 }
    expect(told(mark([place]))).toEqual([{ file: EXERCISE, line: 9 }])
  })

  test('understands a mark that arrives in pieces', () => {
    const text = mark([{ file: EXERCISE, line: 27 }])
    expect(told(text.slice(0, 12), text.slice(12, 30), text.slice(30))).toHaveLength(1)
  })

  test('tells each mark once', () => {
    const text = mark([{ file: EXERCISE, line: 27 }])
    expect(told(text, 'y sigue', text)).toHaveLength(2)
  })

  test('keeps silent about anything else', () => {
    expect(told('Error: roto\n', '@@cuaderno', ' stuck\n')).toEqual([])
  })

  test('goes on listening after the stderr of a worker that ended', async () => {
    const places: (Place | undefined)[] = []
    const stream = listenForStuck((place) => places.push(place))
    const worker = new PassThrough()
    worker.pipe(stream)
    await finished(worker.end().resume(), { writable: false })
    new PassThrough().end(mark([])).pipe(stream)
    await expect.poll(() => places).toHaveLength(1)
  })
})
