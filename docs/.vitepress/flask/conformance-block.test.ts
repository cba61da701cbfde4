import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { conformanceBlock } from './conformance-block.ts'
import { DECISIONS } from './decisions.ts'

const block = conformanceBlock()

test('is what the page asks for', () => {
  const page = readFileSync(new URL('../../desde-flask.md', import.meta.url), 'utf8')
  expect(page).toContain('\n[[conformidad]]\n')
})

test.each(DECISIONS)('has a row with both answers: $pide', ({ pide, porque }) => {
  const row = block.split('\n').find((line) => line.startsWith(`| ${pide} |`))
  const cells = row?.split(' | ') ?? []
  expect(cells).toHaveLength(4)
  expect(cells.slice(1, 3).filter((cell) => !cell.trim())).toEqual([])
  expect(cells[1]).not.toBe(cells[2])
  expect(cells[3]).toBe(`${porque} |`)
})

test('names what both answer alike under its answer', () => {
  const token = block.slice(block.indexOf('\n- `401 Token expirado`'))
  expect(token.split('\n')[2]).toContain('  - `GET /perfil`: expirado;')
})
