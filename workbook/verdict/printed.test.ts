import { describe, expect, test } from 'vitest'
import { shownOf } from './printed.ts'
import { TEXTS } from './texts.ts'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `línea ${index}`).join('\n')

describe('shownOf', () => {
  test.each([undefined, '', '\n \n'])('has nothing to show of %j', (written) => {
    expect(shownOf(written)).toBeUndefined()
  })

  test('shows what was written, without the last line break', () => {
    expect(shownOf('uno\n  dos\ttres\n')).toBe('uno\n  dos\ttres')
  })

  test('shows the first lines and says how many are missing', () => {
    expect(shownOf(lines(25))).toBe(`${lines(20)}\n${TEXTS.printedMore(5)}`)
  })

  test('cuts a line without end', () => {
    expect(shownOf('x'.repeat(1e5))?.length).toBeLessThan(2100)
    expect(shownOf(`uno\n${'x'.repeat(1e5)}`)).toBe(`uno\n${TEXTS.printedMore(1)}`)
  })

  test('takes away what a screen would obey', () => {
    expect(shownOf('\u001b[31mrojo\u001b[39m\r\b\u202e!')).toBe('rojo!')
  })
})
