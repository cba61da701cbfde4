import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { usage } from '../../workbook/commands/main.ts'
import { TEXTS as CLI } from '../../workbook/commands/texts.ts'
import { ACTIONS, QUIT } from '../../workbook/session/actions/table.ts'

const page = readFileSync(new URL('../como-usar.md', import.meta.url), 'utf8')
const rows = page.split('\n').filter((line) => line.startsWith('| `'))

describe('como-usar.md', () => {
  test.each([...ACTIONS, QUIT].map(({ key }) => key))('has a row for the key %s', (key) => {
    expect(rows.some((row) => row.startsWith(`| \`${key}\` |`))).toBe(true)
  })

  const commands = usage().matchAll(/npm (?:run )?[a-z]+/g)
  test.each([...new Set([...commands].map(([command]) => command))])('has a row for %s', (command) => {
    expect(rows.some((row) => row.startsWith(`| \`${command}`))).toBe(true)
  })

  const sentences = ['Faltan los paquetes', 'El cuaderno ha fallado y no es culpa tuya'] as const
  test.each(sentences)('quotes «%s» as it is printed', (sentence) => {
    const printed = readFileSync(new URL('../../workbook/main.mjs', import.meta.url), 'utf8')
    expect(printed + CLI.ourFault('', '')).toContain(sentence)
    expect(page).toContain(sentence)
  })
})
