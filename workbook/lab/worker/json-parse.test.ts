import { expect, test } from 'vitest'
import { v8Complaint } from './json-parse.ts'

/** What this engine, V8, says; newer ones tell the line and the column besides. */
function complaintOf(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch (error) {
    return (error as Error).message.replace(/ \(line .*/, '')
  }
}

// What Firefox 153 says of each text.
test.each([
  ['hola', 'unexpected character at line 1 column 1'],
  ['{"a":clave-1234}', 'unexpected character at line 1 column 6'],
  ['{"aaaaaaaaaaaa":hola}', 'unexpected character at line 1 column 17'],
  ['{"a":clave-1234, "b": "lo que sigue"}', 'unexpected character at line 1 column 6'],
  ['{"correo":"ana@example.com","clave":clave-1234}', 'unexpected character at line 1 column 37'],
  ['{\n  "correo": "ana@example.com",\n  "clave": clave\n}', 'unexpected character at line 3 column 12'],
  ['', 'unexpected end of data at line 1 column 1'],
  ['{"a":', 'unexpected end of data at line 1 column 6'],
  ['undefined', 'unexpected character at line 1 column 1'],
  ['{a:1}', "expected property name or '}' at line 1 column 2"],
])('of %s Firefox complains as V8', (text, firefox) => {
  const complaint = v8Complaint(`JSON.parse: ${firefox} of the JSON data`, text)
  expect(complaint.replace(/ \(line .*/, '')).toBe(complaintOf(text))
})
