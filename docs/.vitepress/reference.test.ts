import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadLessons } from '../../workbook/curriculum/lessons.ts'

const page = readFileSync(new URL('../referencia.md', import.meta.url), 'utf8')
const solutions = (await loadLessons()).map(({ solution }) => readFileSync(solution, 'utf8')).join('\n')
const routes = readFileSync(new URL('../../lessons/comun/rutas.ts', import.meta.url), 'utf8')

const signatures = [...page.matchAll(/`(\w+)\(([\w, ]*)\)`/g)]
  .map(([, name = '', parameters = '']) => ({ name, parameters }))
  .filter(({ name }) => name !== 'now')
const errors = [...(solutions + routes).matchAll(/new ErrorHttp\((\d+), '([^']+)'/g)].map(
  ([, status, message]) => ({ status, message }),
)

describe('referencia.md', () => {
  test.each(signatures)('gives $name as the solution declares it', ({ name, parameters }) => {
    const declared = new RegExp(`export (?:async )?function ${name}(?:<.+>)?\\(([\\s\\S]*?)\\): `).exec(
      solutions,
    )
    for (const parameter of parameters.split(', ')) expect(declared?.[1]).toContain(parameter)
  })

  test.each(errors)('has a row for $status $message', ({ status, message }) => {
    expect(page).toMatch(new RegExp(`\\| ${status} \\| «${message}» \\|`))
  })

  test('leaves out only what those functions use inside', () => {
    const exported = [...solutions.matchAll(/export (?:async )?function (\w+)/g)].map(([, name = '']) => name)
    const told = new Set(signatures.map(({ name }) => name))
    expect(exported.filter((name) => !told.has(name))).toEqual(['traducirToken', 'esRol'])
  })
})
