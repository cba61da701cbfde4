// What two runs may differ in and still tell the same, wherever it happens: random identifiers, hashes, times.
const CHANGING: readonly [RegExp, string][] = [
  [/[0-9a-f]{8}-[0-9a-f-]{27}/g, '(uuid)'],
  [/[\w+/-]{40,}={0,2}/g, '(bytes)'],
  [/[0-9a-f]{24,}/g, '(bytes)'],
  [/\b1[789]\d{8}\b/g, '(seconds)'],
  [/\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, '(date)'],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '(date)'],
  [/at parse \(.*/, '(stack)'],
]

/** A text with a name in place of each value that is known to change. */
export function withoutChanging(text: string): string {
  return CHANGING.reduce((result, [pattern, name]) => result.replace(pattern, name), text)
}
