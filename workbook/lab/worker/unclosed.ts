import { lineAt } from '../../verdict/finding.ts'

const COMMENT = String.raw`\/\*[\s\S]*?\*\/|\/\/.*`
const TEMPLATE = String.raw`\`(?:\\[\s\S]|[^\`\\])*\``
const STRING = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"`
// A slash divides unless it follows one of these.
const BEFORE = String.raw`(?<=(?:[=(,:;!&|?{}[]|\breturn|^)\s*)`
const REGULAR = String.raw`${BEFORE}\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/`
const OPENING = String.raw`(?<unclosed>['"]|${BEFORE}\/)`
const TOKENS = new RegExp([COMMENT, TEMPLATE, STRING, REGULAR, OPENING].join('|'), 'gm')

/**
 * The line, counted from 1, of the first string or regular expression that does not end on its line. Sucrase
 * lets them go on to the next quote or slash, and finds fault only there.
 */
export function lineOfUnclosed(text: string): number | undefined {
  const found = [...text.matchAll(TOKENS)].find(({ groups }) => groups?.unclosed)
  return found && lineAt(text, found.index)
}
