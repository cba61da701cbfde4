import { describe, expect, test } from 'vitest'
import { readOptions } from './options.ts'

const read = (line: string, env = {}) => readOptions(line.split(' ').filter(Boolean), env)
const NPM = { npm_lifecycle_event: 'check', npm_config_json: 'true' }

describe('readOptions', () => {
  test.each([
    ['', { json: false }],
    ['3', { name: '3', json: false }],
    ['final', { name: 'final', json: false }],
    ['--json', { json: true }],
    ['3 --json', { name: '3', json: true }],
    ['--json 3', { name: '3', json: true }],
    ['-- --json', { json: true }],
    ['--junit', { json: false, junit: '' }],
    ['--junit 3', { name: '3', json: false, junit: '' }],
    ['--junit final', { name: 'final', json: false, junit: '' }],
    ['3 --junit', { name: '3', json: false, junit: '' }],
    ['--junit r.xml', { json: false, junit: 'r.xml' }],
    ['--junit=r.xml', { json: false, junit: 'r.xml' }],
    ['--junit r.xml 3', { name: '3', json: false, junit: 'r.xml' }],
    ['3 --tarea leerDuracion', { name: '3', task: 'leerDuracion', json: false }],
    ['3 --tarea=leerDuracion --json', { name: '3', task: 'leerDuracion', json: true }],
    ['3 --junit R.XML --json', { name: '3', json: true, junit: 'R.XML' }],
  ])('understands «%s»', (line, options) => {
    expect(read(line)).toEqual({ name: undefined, task: undefined, junit: undefined, ...options })
  })

  test('leaves it to the lessons to say that there is no such one', () => {
    expect(read('tres')).toMatchObject({ name: 'tres' })
  })

  test('takes --json from npm, which keeps it if no «--» comes before', () => {
    expect(read('3', NPM)).toMatchObject({ name: '3', json: true })
  })

  test('takes --tarea from npm, which keeps the name and passes the value on', () => {
    const env = { npm_lifecycle_event: 'check', npm_config_tarea: 'true' }
    expect(read('3 leerDuracion', env)).toMatchObject({ name: '3', task: 'leerDuracion' })
  })

  test('ignores that npm keeps it for another script', () => {
    expect(read('3', { ...NPM, npm_lifecycle_event: 'test' })).toMatchObject({ json: false })
  })

  test.each([
    [
      '--jsno',
      'No entiendo «--jsno»: las opciones de check son --tarea nombre, --json y --junit archivo.xml',
    ],
    ['3 -x', 'No entiendo «-x»: las opciones de check son --tarea nombre, --json y --junit archivo.xml'],
    [
      '--json=si',
      'No entiendo «--json=si»: las opciones de check son --tarea nombre, --json y --junit archivo.xml',
    ],
    [
      '--tarea expiraEn',
      'Una tarea es de una lección: dila también; por ejemplo: npm run check 3 -- --tarea expiraEn',
    ],
    [
      'final --tarea expiraEn',
      'Una tarea es de una lección: dila también; por ejemplo: npm run check 3 -- --tarea expiraEn',
    ],
    ['3 4', '«3 4» son varias: check comprueba una lección, o todas si no dices cuál'],
    [
      '--json --junit',
      '--json y --junit no caben en la misma salida: da un archivo a --junit, por ejemplo --junit resultado.xml',
    ],
    [
      '--junit lessons/03-expiracion/expiracion.ts',
      '«lessons/03-expiracion/expiracion.ts» no acaba en .xml: elige otro nombre para --junit, por ejemplo resultado.xml',
    ],
  ])('refuses «%s» in one sentence', (line, refused) => {
    expect(read(line)).toEqual({ refused })
  })
})
