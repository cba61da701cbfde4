import { PassThrough } from 'node:stream'
import type { ReadStream } from 'node:tty'
import { describe, expect, test } from 'vitest'
import { readKeys } from './keys.ts'

// Node waits half a second for what may follow an Esc.
const pause = (piece: string) => new Promise((resolve) => setTimeout(resolve, piece === '\x1b' ? 600 : 60))

/** The keys that are heard of these pieces, each of which arrives by itself. */
async function heard(pieces: readonly string[], isTTY = true): Promise<string[]> {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => {} }) as unknown as ReadStream
  const keys: string[] = []
  const stop = readKeys(input, (key) => void keys.push(key))
  for (const piece of pieces) {
    ;(input as unknown as PassThrough).write(piece)
    await pause(piece)
  }
  stop()
  return keys
}

describe('readKeys, from a terminal', () => {
  test.each<[string, string[], string[]]>([
    ['letters, digits and signs', ['p', 'c', '3', '?'], ['p', 'c', '3', '?']],
    [
      'keys that move',
      ['\x1b[A', '\x1b[B', '\x1b[5~', '\x1b[6~', ' '],
      ['up', 'down', 'pageup', 'pagedown', ' '],
    ],
    ['Intro', ['\r'], ['return']],
    ['Esc', ['\x1b'], ['escape']],
    ['Ctrl+C as the key that leaves', ['\x03'], ['q']],
    ['several that move at once', ['\x1b[B\x1b[B\x1b[B'], ['down', 'down', 'down']],
    ['one key after a paste', ['\x1b[200~rr\x1b[201~', 'p'], ['p']],
  ])('hears %s', async (_what, pieces, keys) => {
    expect(await heard(pieces)).toEqual(keys)
  })

  test.each<[string, string[]]>([
    ['what a terminal says is pasted', ['\x1b[200~q\x1b[201~']],
    ['what is pasted in pieces', ['\x1b[200~r', 'r', 'q\x1b[201~']],
    ['several letters at once', ['rr']],
    ['Ctrl+R', ['\x12']],
    ['Alt+R', ['\x1br']],
    ['F1', ['\x1bOP']],
    ['a whole text', ["import jwt from 'jsonwebtoken'\r\rq"]],
  ])('does not take for keys %s', async (_what, pieces) => {
    expect(await heard(pieces)).toEqual([])
  })
})

describe('readKeys, without a terminal', () => {
  test('takes each line for a key, and a longer one for none of the actions', async () => {
    expect(await heard(['p\n', ' ? \n', '\n', 'rm -rf\n'], false)).toEqual(['p', '?', 'return', 'rm -rf'])
  })
})
