const SIZES = [
  ['year', 365 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

type Size = (typeof SIZES)[number]

const clock = new Intl.DateTimeFormat('es', { timeStyle: 'medium', timeZone: 'UTC' })
const date = new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone: 'UTC' })

/** A span of seconds in its two largest units: «14 min 59 s», «10 días 10 h». */
export function formatSpan(seconds: number): string {
  const first = SIZES.findIndex(([, size]) => seconds >= size)
  const [largest = SIZES[4], next] = SIZES.slice(first)
  const rest = seconds % largest[1]
  return [amount(seconds, largest), next && rest >= next[1] && amount(rest, next)].filter(Boolean).join(' ')
}

/** An instant (seconds) in UTC: the time if it is on the day that begins at `midnight`, or else the date. */
export function formatInstant(seconds: number, midnight: number): string {
  const today = seconds >= midnight && seconds < midnight + 24 * 3600
  return (today ? clock : date).format(seconds * 1000)
}

function amount(seconds: number, [unit, size]: Size): string {
  const unitDisplay = unit === 'year' || unit === 'day' ? 'long' : 'short'
  const format = new Intl.NumberFormat('es', { style: 'unit', unit, unitDisplay, useGrouping: false })
  return format.format(Math.floor(seconds / size))
}
