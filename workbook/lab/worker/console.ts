// What is written to the console goes to the page, with the test that was running, as Node would write it.
import { format } from 'node:util'
import { tellPage } from './page.ts'
import { currentTest } from './runner.ts'

/** What a run may write before it counts as a flood: as in the terminal (runner/watchdog.ts). */
const FLOOD_CHARACTERS = 5e6
const FLOOD_LINES = 50_000
/** What the page is told, in characters: nobody reads more, and each message takes memory there. */
const KEPT = 100_000

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const

/** Takes the console over. */
export function watchConsole(): void {
  let characters = 0
  let lines = 0
  let told = false
  const write = (...args: unknown[]) => {
    if (told) return
    const text = `${format(...args)}\n`
    if (characters < KEPT) tellPage({ type: 'console', test: currentTest(), text: text.slice(0, KEPT) })
    characters += text.length
    lines += text.split('\n').length - 1
    told = characters > FLOOD_CHARACTERS || lines > FLOOD_LINES
    if (told) tellPage({ type: 'flood' })
  }
  for (const method of METHODS) console[method] = write
}
