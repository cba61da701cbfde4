import type { PlaceReport } from './json.ts'
import { TEXTS } from './texts.ts'

/** A date and time as it is written in Spanish, in the local zone. */
export function longDate(date: string): string {
  return new Intl.DateTimeFormat('es', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(date))
}

/** A day as it is written in Spanish, in the local zone. */
export function shortDate(date: string): string {
  return new Intl.DateTimeFormat('es', { dateStyle: 'medium' }).format(new Date(date))
}

/** Milliseconds in hours and minutes. */
export function duration(milliseconds: number): string {
  if (!milliseconds) return TEXTS.none
  const total = Math.round(milliseconds / 60_000)
  if (!total) return TEXTS.lessThanAMinute
  const [hours, minutes] = [Math.floor(total / 60), total % 60]
  return [hours && TEXTS.hours(hours), minutes && TEXTS.minutes(minutes)].filter(Boolean).join(' ')
}

/** `archivo:línea`, the same on every system. */
export function placeText({ file, line }: PlaceReport): string {
  return `${file}:${line}`
}
