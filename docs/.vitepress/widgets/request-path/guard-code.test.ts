import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { errores } from '../../../../lessons/02-proteger-rutas/leccion/errores.ts'
import { guardLines, MISTAKE, PLACES, routeLines } from './guard-code.ts'

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')
const guard = read('solutions/02-proteger-rutas/guardia.ts')
const app = read('lessons/02-proteger-rutas/app.ts')

describe('guardLines', () => {
  test.each([false, true])('has every place of the request once, mistaken: %s', (mistaken) => {
    const places = [...guardLines(guard, mistaken), ...routeLines(app)].flatMap(({ place }) => place ?? [])
    expect(places.sort()).toEqual(Object.keys(PLACES).sort())
  })

  test('shows lines of the real file, and no comment', () => {
    const lines = guardLines(guard, false).map(({ text }) => text)
    expect(lines[0]).toContain('function leerBearer')
    expect(lines.filter((text) => !guard.split('\n').includes(text))).toEqual([])
    expect(lines.join('\n')).not.toMatch(/\/\/|\/\*/)
  })

  test('changes one line when it is mistaken', () => {
    const right = guardLines(guard, false)
    const changed = guardLines(guard, true).filter(({ text }, index) => text !== right[index]?.text)
    expect(changed.map(({ text }) => text.trim())).toEqual([MISTAKE.write])
  })

  test('makes the mistake that the page explains', () => {
    const typical = errores.filter(
      ({ buscar, poner }) => buscar === MISTAKE.instead && poner === MISTAKE.write,
    )
    expect(typical.map(({ enPagina }) => enPagina)).toEqual([true])
  })
})
