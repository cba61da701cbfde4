import { createInterface, emitKeypressEvents, type Key } from 'node:readline'
import type { ReadStream } from 'node:tty'

// A terminal that knows the mode says where what is pasted begins and ends (xterm, «Bracketed Paste Mode»).
export const MARK_PASTES = '\x1b[?2004h'
export const LEAVE_PASTES = '\x1b[?2004l'
/** Whoever types needs longer between two keys; what is pasted arrives in pieces, in milliseconds. */
const PASTE_MS = 30
/** Keys that only move around: a busy machine may hand on several at once, and they do no harm. */
const MOVES = ['up', 'down', 'pageup', 'pagedown', 'home', 'end']
const NAMED = [...MOVES, 'return', 'escape']

/**
 * Calls back with the name of each key that somebody pressed: a letter, a digit, `up`, `pagedown`, `return`,
 * `escape`. What is pasted is no key. Without a terminal, each line that arrives counts as a key. Returns how
 * to stop.
 */
export function readKeys(input: ReadStream, onKey: (key: string) => void): () => void {
  return input.isTTY ? readFromTerminal(input, onKey) : readFromLines(input, onKey)
}

function readFromTerminal(input: ReadStream, onKey: (key: string) => void): () => void {
  let together: string[] = []
  let pasting = false
  let pastedAt = Number.NEGATIVE_INFINITY
  const handOn = () => {
    const keys = together
    together = []
    const now = performance.now()
    const several = keys.length > 1 && !keys.every((key) => MOVES.includes(key))
    if (several || now - pastedAt < PASTE_MS) pastedAt = now
    else for (const key of keys.filter(Boolean)) onKey(key)
  }
  const listen = (text: string | undefined, key: Key) => {
    if (key.ctrl && key.name === 'c') return onKey('q')
    if (key.name === 'paste-start' || key.name === 'paste-end') pasting = key.name === 'paste-start'
    else if (!pasting && together.push(keyName(text, key)) === 1) setImmediate(handOn)
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

/** Nothing for a key that no action can have: one with Ctrl or Alt, or that writes nothing. */
function keyName(text: string | undefined, { name = '', ctrl, meta }: Key): string {
  if (NAMED.includes(name)) return name
  return ctrl || meta ? '' : (text ?? '')
}

function readFromLines(input: NodeJS.ReadableStream, onKey: (key: string) => void): () => void {
  const lines = createInterface({ input })
  lines.on('line', (line) => onKey(line.trim() || 'return'))
  return () => lines.close()
}
