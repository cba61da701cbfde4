import { describe, expect, test } from 'vitest'
import { fakeResult, fakeTest } from '../../proof/support/fake-result.ts'
import { type SessionState, STARTING } from '../state.ts'
import { LiveChannel } from './channel.ts'
import { liveDisplay } from './display.ts'

const RESULT = fakeResult([fakeTest('saluda', 'passed')])
const STATE: SessionState = {
  choice: { lessons: [RESULT.lesson], allMine: false },
  checking: true,
  results: [],
  solved: 0,
  server: STARTING,
}

/** The summaries that are published when the session goes through these states. */
function published(...states: SessionState[]): string[] {
  const summaries: string[] = []
  const channel = new LiveChannel()
  channel.publish = ({ summary }) => void summaries.push(summary)
  const display = liveDisplay(channel)
  for (const state of states) display(state, undefined)
  return summaries
}

describe('liveDisplay', () => {
  test('tells the first state that it sees', () => {
    expect(published(STATE)).toEqual(['Comprobando…'])
  })

  test('tells a new result', () => {
    const done = { ...STATE, checking: false, results: [RESULT] }
    expect(published(STATE, done)).toEqual(['Comprobando…', '1 de 1 pruebas en verde'])
  })

  test('tells that it checks again, although the result is the same', () => {
    const done = { ...STATE, checking: false, results: [RESULT] }
    expect(published(done, { ...done, checking: true })).toEqual(['1 de 1 pruebas en verde', 'Comprobando…'])
  })

  test('does not tell what only the terminal shows', () => {
    const noise = { notice: 'Abierto', panel: ['Token 1'], server: { ...STARTING, output: ['uno'] } }
    expect(published(STATE, { ...STATE, ...noise })).toEqual(['Comprobando…'])
  })
})
