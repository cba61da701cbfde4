import { shuffled } from '../shuffle.ts'
import type { Card } from './card.ts'
import { comesBack, isDue, type Memory } from './schedule.ts'

/** Two minutes. */
const SIZE = 5

/**
 * The questions of today, with their options in another order: first those that come back, the missed ones
 * before the known ones, and then new ones, of each kind in turn. `random` gives from 0 to 1, without the 1.
 */
export function drawRound(
  cards: readonly Card[],
  memory: Memory,
  today: string,
  random: () => number = Math.random,
): Card[] {
  const mixed = shuffled(cards, random)
  const due = mixed.filter(({ id }) => memory[id] && isDue(memory[id], today))
  const fresh = mixed.filter(({ id }) => !memory[id])
  const daysOf = ({ id }: Card) => memory[id]?.days ?? 0
  const first = due.sort((one, other) => daysOf(one) - daysOf(other))
  return [...first, ...inTurns(fresh)]
    .slice(0, SIZE)
    .map((card) => ({ ...card, options: shuffled(card.options, random) }))
}

/** The first day on which one of these questions comes back; nothing if none was asked yet. */
export function nextDay(cards: readonly Card[], memory: Memory): string | undefined {
  const days = cards.flatMap(({ id }) => (memory[id] ? comesBack(memory[id]) : []))
  return days.sort()[0]
}

/** One of each kind, then another of each, and so on. */
function inTurns(cards: readonly Card[]): Card[] {
  const turnOf = (card: Card, index: number) =>
    cards.slice(0, index).filter(({ kind }) => kind === card.kind).length
  return cards
    .map((card, index) => ({ card, turn: turnOf(card, index) }))
    .sort((one, other) => one.turn - other.turn)
    .map(({ card }) => card)
}
