import { describe, expect, test } from 'vitest'
import { fakeResult, fakeTest } from '../proof/support/fake-result.ts'
import { logLines } from './log.ts'
import { plain } from './report/paint.ts'
import { type SessionState, STARTING } from './state.ts'

const GREEN = fakeResult([fakeTest('saluda', 'passed')])
const RED = fakeResult([fakeTest('saluda', 'failed')])

function state(part: Partial<SessionState> = {}): SessionState {
  const choice = { lessons: [GREEN.lesson], allMine: false }
  return { choice, checking: false, results: [], solved: 0, server: STARTING, ...part }
}

/** What is logged when this part of the state changes. */
function logged(part: Partial<SessionState>, before: Partial<SessionState> = {}): string[] {
  const previous = state(before)
  return logLines({ ...previous, ...part }, previous, plain)
}

const FINAL = { choice: { lessons: [GREEN.lesson], allMine: true } }

describe('logLines', () => {
  test('starts with the lesson, its file and its tasks', () => {
    const lines = logLines(state(), undefined, plain).join('\n')
    expect(lines).toContain('Lección 1 · Saludos')
    expect(lines).toContain('saludos.ts · unos 25 minutos')
    expect(lines).toContain('1. Saludar por su nombre (saludar)')
  })

  test('says nothing if nothing changes', () => {
    expect(logged({})).toEqual([])
  })

  test('says once that it is checking', () => {
    expect(logged({ checking: true })).toContain('Comprobando…')
    expect(logged({ checking: true }, { checking: true })).toEqual([])
  })

  test('tells why a lesson is red', () => {
    const lines = logged({ results: [RED] })
    expect(lines).toContain('        Falla: saluda')
    expect(lines.join()).not.toContain('Lección superada')
  })

  test('tells that a lesson is done', () => {
    expect(logged({ results: [GREEN] }).join()).toContain('Lección superada')
    expect(logged({ results: [GREEN] })).toContain('n pasa a la lección siguiente')
  })

  test('tells which lesson of the final exercise is red', () => {
    const lines = logged({ results: [RED] }, FINAL).join('\n')
    expect(lines).toContain('Lección 1 · Saludos')
    expect(lines).toContain('Falla: saluda')
  })

  test('tells that the final exercise is done only if every lesson is green', () => {
    const done = 'Todos tus módulos funcionan juntos. Has terminado el cuaderno.'
    expect(logged({ results: [GREEN, GREEN] }, FINAL)).toContain(done)
    expect(logged({ results: [GREEN, RED] }, FINAL)).not.toContain(done)
    expect(logLines(state(FINAL), undefined, plain)).not.toContain(done)
  })

  test('does not take the end of the extension for that of the workbook', () => {
    const lesson = { ...GREEN.lesson, part: 'extension' as const }
    const choice = { lessons: [GREEN.lesson, lesson], allMine: true }
    const lines = logged({ results: [GREEN, { ...GREEN, lesson }] }, { choice })
    expect(lines).toContain('Todos tus módulos funcionan juntos. Has terminado la ampliación.')
    expect(logLines(state({ choice }), undefined, plain)).toContain('Tu aplicación, ampliada')
  })

  test('tells where the server listens, and again after each start', () => {
    const addresses = ['http://127.0.0.1:3000']
    const ready = { server: { ...STARTING, kind: 'ready' as const, addresses } }
    expect(logged(ready)).toContain('Servidor: http://127.0.0.1:3000')
    const again = { server: { ...ready.server, addresses: [...addresses] } }
    expect(logged(again, ready)).toContain('Servidor: http://127.0.0.1:3000')
  })

  test('tells why the server does not start', () => {
    const server = { ...STARTING, kind: 'failed' as const, reason: 'El puerto 3000 está ocupado' }
    expect(logged({ server }).join()).toContain('no arranca: El puerto 3000 está ocupado')
  })

  test('tells only the new lines that the server writes', () => {
    const before = { server: { ...STARTING, output: ['uno'] } }
    const server = { ...STARTING, output: ['uno', 'dos'] }
    expect(logged({ server }, before)).toEqual(['  │ dos'])
  })
})
