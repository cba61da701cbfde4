import { describe, expect, test } from 'vitest'
import { explainSlip } from '../../../workbook/verdict/explain/slips.ts'
import { TEXTS } from '../../../workbook/verdict/explain/texts.ts'
import { serverFault } from './server-fault.ts'

const FILE = 'lessons/02-proteger-rutas/guardia.ts'
const ANSWER = { status: 500, headers: {}, body: '' }
const fault = (thrown?: object) => serverFault({ answer: ANSWER, thrown }, ['lessons/01/token.ts', FILE])

describe('serverFault', () => {
  test('explains a slip and says its line', () => {
    const message = 'tokn is not defined'
    const stack = `ReferenceError: ${message}\n    at exigirToken (lesson:///${FILE}:31:7)\n    at next`
    expect(fault({ name: 'ReferenceError', message, stack })).toEqual({
      sentence: explainSlip(message),
      place: { file: FILE, line: 31 },
    })
  })

  test('quotes any other error, and what is no error', () => {
    expect(fault({ name: 'Error', message: 'roto', stack: 'Error: roto' })).toEqual({
      sentence: TEXTS.threwServer('Error: roto'),
      place: undefined,
    })
    expect(fault({ message: 'texto' })?.sentence).toBe(TEXTS.threwOther('«texto»'))
  })

  test('has nothing to say of an answer that is not the fault of the server, or of none', () => {
    expect(fault()).toBeUndefined()
    expect(serverFault({ silence: 'silent' }, [FILE])).toBeUndefined()
  })
})
