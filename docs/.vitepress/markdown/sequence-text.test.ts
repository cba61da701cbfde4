import { describe, expect, test } from 'vitest'
import { parseSequence } from './sequence-text.ts'

const SOURCE = `título: Iniciar sesión
Cliente -> API: POST /login
nota API: comprueba la contraseña
API --> Cliente: 200, con el token
`

describe('parseSequence', () => {
  test('reads the title', () => {
    expect(parseSequence(SOURCE).title).toBe('Iniciar sesión')
  })

  test('reads messages, notes and replies in order', () => {
    expect(parseSequence(SOURCE).steps).toEqual([
      { kind: 'message', from: 'Cliente', to: 'API', text: 'POST /login' },
      { kind: 'note', at: 'API', text: 'comprueba la contraseña' },
      { kind: 'reply', from: 'API', to: 'Cliente', text: '200, con el token' },
    ])
  })

  test('gives each actor once, in the order in which they appear', () => {
    const { actors } = parseSequence(
      'título: x\nnota Ana: piensa\nAna -> API: a\nAPI -> Base: b\nBase -> Ana: c',
    )
    expect(actors).toEqual(['Ana', 'API', 'Base'])
  })

  test('ignores blank lines and indentation', () => {
    expect(parseSequence(`\n${SOURCE.replaceAll('\n', '\n\n   ')}`)).toEqual(parseSequence(SOURCE))
  })

  test('keeps what a text says after its first colon', () => {
    const { steps } = parseSequence('título: x\nAna -> API: Authorization: Bearer a -> b')
    expect(steps).toEqual([{ kind: 'message', from: 'Ana', to: 'API', text: 'Authorization: Bearer a -> b' }])
  })

  test('accepts the title in any line', () => {
    expect(parseSequence('Ana -> API: a\ntítulo: al final').title).toBe('al final')
  })

  test('throws if there is no title', () => {
    expect(() => parseSequence('Ana -> API: a')).toThrow('secuencia: falta la línea «título: …»')
  })

  test.each(['Ana => API: a', 'Ana -> API', 'hola', 'nota Ana'])('throws with the line «%s»', (line) => {
    expect(() => parseSequence(`título: x\n${line}`)).toThrow(`secuencia: no entiendo la línea «${line}»`)
  })
})
