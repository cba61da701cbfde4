import type { Paint } from '../../session/report/paint.ts'
import type { Size } from '../../session/screen.ts'
import type { Card } from '../../verdict/review/card.ts'
import { TEXTS as SHARED } from '../../verdict/review/texts.ts'
import { questionLines, verdictLines } from './lines.ts'
import { TEXTS } from './texts.ts'

/** Where a round is asked. What is written stays: nothing is drawn again, which a screen reader would read again. */
export interface Terminal {
  size(): Size
  paint: Paint
  write(lines: readonly string[]): void
  /** The name of the next key that somebody presses. */
  nextKey(): Promise<string>
}

const LETTERS = 'abcd'

/** Asks the questions one after another until they end or somebody leaves, and tells how it went. */
export async function askRound(
  cards: readonly Card[],
  terminal: Terminal,
  remember: (card: Card, right: boolean) => void,
): Promise<void> {
  const results: boolean[] = []
  for (const [index, card] of cards.entries()) {
    const right = await ask(card, SHARED.place(index + 1, cards.length), terminal)
    if (right === undefined) break
    results.push(right)
    remember(card, right)
    const isLast = index === cards.length - 1
    if (!isLast && !(await goesOn(terminal))) break
  }
  terminal.write(['', ...endOf(results)])
}

/** Whether the answer was right; nothing if there was none. */
async function ask(card: Card, place: string, terminal: Terminal): Promise<boolean | undefined> {
  const { paint, size, write, nextKey } = terminal
  write(['', ...questionLines(card, place, size(), paint)])
  for (;;) {
    const key = await nextKey()
    if (key === 'q') return undefined
    const chosen = chosenBy(key)
    const option = card.options[chosen]
    if (!option) continue
    write(['', ...verdictLines(card, chosen, size().columns, paint)])
    return option.right
  }
}

/** The place of the option that a key names; -1 if it names none. */
function chosenBy(key: string): number {
  const letter = LETTERS.indexOf(key.toLowerCase())
  return letter >= 0 ? letter : Number(key) - 1
}

async function goesOn({ paint, write, nextKey }: Terminal): Promise<boolean> {
  write([paint('dim', TEXTS.howToGoOn)])
  for (;;) {
    const key = await nextKey()
    if (key === 'q') return false
    if (key === 'return') return true
  }
}

function endOf(results: readonly boolean[]): string[] {
  if (!results.length) return [TEXTS.leftUnanswered]
  const right = results.filter(Boolean).length
  return [SHARED.score(right, results.length), SHARED.comeBack(right, results.length)]
}
