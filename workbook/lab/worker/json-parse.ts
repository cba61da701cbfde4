// V8 quotes in its complaint the text that is no JSON, and a lesson teaches not to repeat it to the client.
// In Firefox, whose complaint quotes nothing, that mistake would pass the tests.

const CONTEXT = 10
/** Texts that come from a value that was never turned into JSON. */
const NO_TEXTS = ['undefined', 'NaN', 'Infinity', '[object Object]']
const COMPLAINT = /^JSON\.parse: (?<what>.+) at line (?<line>\d+) column (?<column>\d+) of the JSON data$/

const { parse } = JSON

/** Makes `JSON.parse` complain in Firefox as in Node. Only for Firefox. */
export function parseJsonAsNode(): void {
  JSON.parse = (text, reviver) => {
    try {
      return parse(text, reviver)
    } catch (error) {
      throw error instanceof SyntaxError ? new SyntaxError(v8Complaint(error.message, String(text))) : error
    }
  }
}

/** What V8 would say of a text of which Firefox says this. */
export function v8Complaint(complaint: string, text: string): string {
  const { what = '', line, column } = COMPLAINT.exec(complaint)?.groups ?? {}
  if (NO_TEXTS.includes(text)) return `"${text}" is not valid JSON`
  if (what.startsWith('unexpected end')) return 'Unexpected end of JSON input'
  const position = positionOf(text, Number(line), Number(column))
  if (!/^unexpected (?:character|keyword)$/.test(what))
    return `${what[0]?.toUpperCase()}${what.slice(1)} in JSON at position ${position} (line ${line} column ${column})`
  return `Unexpected token '${text[position]}', ${excerpt(text, position)} is not valid JSON`
}

function positionOf(text: string, line: number, column: number): number {
  const before = text.split(/\r\n|[\r\n]/).slice(0, line - 1)
  return before.reduce((length, { length: one }) => length + one + 1, 0) + column - 1
}

/** The text, or what is around a position of it if it is long. */
function excerpt(text: string, position: number): string {
  if (text.length <= 2 * CONTEXT) return `"${text}"`
  const start = Math.max(0, position < CONTEXT ? 0 : position - CONTEXT)
  const end = position < text.length - CONTEXT ? position + CONTEXT : text.length
  return `${start ? '...' : ''}"${text.slice(start, end)}"${end < text.length ? '...' : ''}`
}
