import { createInterface, emitKeypressEvents, type Key } from 'node:readline'
import type { ReadStream } from 'node:tty'

/**
 * Calls back with the name of each key: a letter, a digit, `up`, `down`, `return`, `escape`. Without
 * a terminal, each line that arrives counts as the key that it starts with. Returns how to stop.
 */
export function readKeys(input: ReadStream, onKey: (key: string) => void): () => void {
  return input.isTTY ? readFromTerminal(input, onKey) : readFromLines(input, onKey)
}

function readFromTerminal(input: ReadStream, onKey: (key: string) => void): () => void {
  const listen = (text: string | undefined, key: Key) => {
    if (key.ctrl && key.name === 'c') return onKey('q')
    onKey(named(key) ?? text ?? '')
  }
  emitKeypressEvents(input)
  input.setRawMode(true)
  input.on('keypress', listen)
  input.resume()
  return () => {
    input.off('keypress', listen)
    input.setRawMode(false)
    input.pause()
  }
}

function named({ name }: Key): string | undefined {
  return ['up', 'down', 'return', 'escape'].find((known) => known === name)
}

function readFromLines(input: NodeJS.ReadableStream, onKey: (key: string) => void): () => void {
  const lines = createInterface({ input })
  lines.on('line', (line) => onKey(line.trim().charAt(0) || 'return'))
  return () => lines.close()
}
