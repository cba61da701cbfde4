// The line is drawn from 9:45 to 11:15: the names of its bars fit on the left of everything.
const BEFORE = 15 * 60
const WIDTH = 90 * 60

/** Where an instant goes on the line, in percent of its width; what is outside goes to its ends. */
export function position(instant: number, origin: number): number {
  return Math.min(Math.max(((instant - origin + BEFORE) / WIDTH) * 100, 0), 100)
}

/** Whether an instant is later than the end of the line. */
export function isBeyond(instant: number, origin: number): boolean {
  return instant > origin - BEFORE + WIDTH
}
