import { readFileSync } from 'node:fs'
import { LESSONS, loadLesson } from '../curriculum/lessons.ts'
import { readRecording } from '../curriculum/recording.ts'
import { progressIfReadable } from '../learner/progress.ts'
import { readReview, rememberAnswer } from '../learner/review.ts'
import { sizeOf } from '../session/display.ts'
import { readKeys } from '../session/keys.ts'
import { paintFor } from '../session/report/paint.ts'
import type { Card } from '../verdict/review/card.ts'
import { deckOf } from '../verdict/review/deck.ts'
import { drawRound, nextDay } from '../verdict/review/round.ts'
import { dayOf } from '../verdict/review/schedule.ts'
import { TEXTS as SHARED } from '../verdict/review/texts.ts'
import { keep } from './keep.ts'
import { complain } from './named-lesson.ts'
import { askRound } from './review/ask.ts'
import { TEXTS } from './review/texts.ts'

/**
 * `npm run repaso`: five questions of the lessons that were ever green. The exit code is 0 however they are
 * answered, also if there are none to ask or the learner leaves, and 1 if it cannot ask or remember.
 */
export async function review(args: string[]): Promise<number> {
  if (args.length) return complain(TEXTS.noArguments(args.join(' ')))
  if (!process.stdin.isTTY || !process.stdout.isTTY) return complain(TEXTS.needsTerminal)
  const cards = await solvedCards()
  if (!cards.length) return tell(TEXTS.nothingSolved)
  const today = dayOf(new Date())
  const memory = readReview()
  const round = drawRound(cards, memory, today)
  if (!round.length) return tell(SHARED.nothingDue(nextDay(cards, memory) ?? today))
  return askHere(round, today)
}

async function solvedCards(): Promise<Card[]> {
  const progress = progressIfReadable()
  const solved = LESSONS.filter(({ slug }) => progress[slug]?.done || progress[slug]?.solvedAt)
  const lessons = await Promise.all(solved.map(({ number }) => loadLesson(number)))
  return deckOf(lessons, ({ solution }) => readFileSync(solution, 'utf8'), readRecording())
}

async function askHere(round: readonly Card[], today: string): Promise<number> {
  const { stdin, stdout } = process
  let onKey = (_key: string) => {}
  const stopReading = readKeys(stdin, (key) => onKey(key))
  let unkept: string | undefined
  const terminal = {
    size: () => sizeOf(stdout),
    paint: paintFor(stdout),
    write: (lines: readonly string[]) => console.log(lines.join('\n')),
    nextKey: () => new Promise<string>((resolve) => (onKey = resolve)),
  }
  try {
    await askRound(round, terminal, ({ id }, right) => {
      unkept = keep(() => rememberAnswer(id, right, today))
    })
    return unkept ? complain(unkept) : 0
  } finally {
    stopReading()
  }
}

function tell(sentence: string): number {
  console.log(sentence)
  return 0
}
