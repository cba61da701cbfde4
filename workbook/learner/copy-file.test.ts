import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { copyAt, copyNamed } from './copy-file.ts'

const SLUG = '03-expiracion'
const AT = new Date('2026-01-02T10:15:30.123Z')

test('a copy is a file under its lesson, with a name that any system admits', () => {
  const { path } = copyAt('copias', SLUG, AT, 'reinicio')
  expect(path.split(/[\\/]/)).toEqual(['copias', SLUG, '2026-01-02T10-15-30-123Z-reinicio.ts'])
})

test.each(['reinicio', 'superada', 'restaurada', 'actualizada'] as const)(
  'the name tells all that is known of the copy: %s',
  (reason) => {
    const copy = copyAt('copias', SLUG, AT, reason)
    expect(copyNamed('copias', SLUG, basename(copy.path))).toEqual(copy)
  },
)

test('the id is short and starts with the number of the lesson', () => {
  expect(copyAt('copias', SLUG, AT, 'reinicio').id).toMatch(/^3-[a-z0-9]{8}$/)
})

test('copies of other instants and of other lessons have other ids', () => {
  const later = new Date(AT.getTime() + 1)
  const ids = [
    copyAt('copias', SLUG, AT, 'reinicio'),
    copyAt('copias', SLUG, later, 'reinicio'),
    copyAt('copias', '04-manejo-de-errores', AT, 'reinicio'),
  ].map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
})

test.each([
  'apuntes.ts',
  '2026-01-02T10-15-30-123Z-otra.ts',
  '2026-13-45T99-15-30-123Z-reinicio.ts',
  '2026-01-02T10-15-30-123Z-reinicio.ts.4242.tmp',
])('a file of somebody else is no copy: %s', (name) => {
  expect(copyNamed('copias', SLUG, name)).toBeUndefined()
})
