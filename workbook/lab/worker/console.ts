// What is written to the console goes to the page, with the test that was running, as Node would write it.
import { format } from 'node:util'
import { FLOOD_CHARACTERS, FLOOD_LINES, KEPT_CHARACTERS } from '../../verdict/explain/limits.mjs'
import { later } from '../node/later.ts'
import { tellPage } from './page.ts'
import { currentTest } from './runner.ts'

/** What the page is told in one message, in characters: the page would do nothing else than to take thousands of short ones. */
const TOGETHER = 10_000

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const

/** A frame of the project, and whether it is of a module that a learner writes. */
const FRAME =
  /lesson:\/\/\/(?:(?<own>lessons\/\d[^/:]*\/(?!(?:app|problema|[^/:]*\.test)\.ts)[^/:]+\.ts)|[^:]+):\d/

let lines = 0

/** How many lines have been written. */
export function linesWritten(): number {
  return lines
}

/** Takes the console over. */
export function watchConsole(): void {
  let characters = 0
  let told = false
  const write = (...args: unknown[]) => {
    if (told) return
    const text = `${format(...args)}\n`
    if (characters < KEPT_CHARACTERS) keep(text.slice(0, KEPT_CHARACTERS), isOwn())
    characters += text.length
    lines += text.split('\n').length - 1
    told = characters > FLOOD_CHARACTERS || lines > FLOOD_LINES
    if (told) tellPage({ type: 'flood' })
  }
  for (const method of METHODS) console[method] = write
}

let waiting = ''
let writer: string | undefined
let isOwnText = false

/** Whether the innermost module of the project on the stack is the learner's. */
function isOwn(): boolean {
  return FRAME.exec(new Error().stack ?? '')?.groups?.own !== undefined
}

/** Tells the page later, with what the same test writes meanwhile. */
function keep(text: string, own: boolean): void {
  const test = currentTest()
  if (test !== writer || own !== isOwnText) flushConsole()
  if (!waiting) later(flushConsole)
  writer = test
  isOwnText = own
  waiting += text
  if (waiting.length > TOGETHER) flushConsole()
}

/** Tells the page at once what it has not been told yet. */
export function flushConsole(): void {
  if (waiting) tellPage({ type: 'console', test: writer, text: waiting, own: isOwnText })
  waiting = ''
}
