import { describe, expect, test } from 'vitest'
import { DEADLINE, PROCESSES, ThreeProcesses } from './three-processes.ts'

const uses = (three: ThreeProcesses) => PROCESSES.map((process) => three.ask(process, 'use').status)

describe('ThreeProcesses', () => {
  test('each with its memory, only the one that closed the session refuses the token', () => {
    const three = new ThreeProcesses()
    expect(three.ask('A', 'logout').status).toBe(200)
    expect(uses(three)).toEqual([401, 200, 200])
    three.restart('A')
    expect(uses(three)).toEqual([200, 200, 200])
  })

  test('with Redis, all refuse it, also after a process starts again', () => {
    const three = new ThreeProcesses()
    three.begin('redis')
    three.ask('A', 'logout')
    three.restart('A')
    expect(uses(three)).toEqual([401, 401, 401])
    expect(three.ask('B', 'logout').status).toBe(401)
  })

  test.each([
    ['hung', DEADLINE],
    ['dead', 0],
  ] as const)('with Redis %s, all answer 503 after %d ms, and nothing is revoked', (health, waited) => {
    const three = new ThreeProcesses()
    three.begin('redis')
    three.state.health = health
    expect(three.ask('A', 'logout')).toEqual({ process: 'A', action: 'logout', status: 503, waited })
    expect(uses(three)).toEqual([503, 503, 503])
    three.state.health = 'answers'
    expect(uses(three)).toEqual([200, 200, 200])
  })

  test('a dead Redis does not matter to who does not ask it', () => {
    const three = new ThreeProcesses()
    three.state.health = 'dead'
    expect(uses(three)).toEqual([200, 200, 200])
  })

  test.each([
    [false, 200],
    [true, 401],
  ])('when Redis starts again, with a disk: %s, all answer %d', (persistent, status) => {
    const three = new ThreeProcesses()
    three.begin('redis')
    three.state.persistent = persistent
    three.ask('B', 'logout')
    three.restartRedis()
    expect(uses(three)).toEqual([status, status, status])
  })

  test('begins again with another token and remembers what was asked', () => {
    const three = new ThreeProcesses()
    three.ask('A', 'logout')
    expect(three.state.answers).toHaveLength(1)
    three.begin('redis')
    expect(three.state.answers).toEqual([])
    expect(uses(three)).toEqual([200, 200, 200])
  })
})
