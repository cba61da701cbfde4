import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Place } from './model.ts'
import { fromVariantPath } from './variants.ts'

const MARK = /@@cuaderno:stuck (.*)\n/

/** A stream for the workers' stderr: keeps silent and tells where a worker says that it is stuck. */
export function listenForStuck(onStuck: (place: Place | undefined) => void): Writable {
  let pending = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      pending = (pending + chunk).slice(-20_000)
      const found = MARK.exec(pending)
      if (found) {
        pending = ''
        onStuck(innermostOwn(JSON.parse(found[1] ?? '[]')))
      }
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
