import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DrivenSession } from '../support/driven-session.ts'
import { ProjectCopy } from '../support/project-copy.ts'
import { type Case, lineOf } from './case.ts'

export const SOLVED = 'Lección superada'
const OVER = /\d+ de \d+ pruebas en verde|Las pruebas no han podido empezar/
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/
/** What Vitest, Vite and our own workers say among themselves. */
const NOT_FOR_LEARNERS = /vitest-|__vi|cuaderno:|expected |unexpectedly|Test timed out|rolldown|\[object/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: those that the terminal would obey.
export const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/
/** The next session's: one of its own, or another session would take it as soon as it is free. */
let nextPort = 4100

/** Runs all of these in one session of a lesson, which has to survive each and recover from it. */
export function describeSession(title: string, number: number, cases: readonly Case[]): void {
  describe.sequential(title, { timeout: 240_000 }, () => {
    let copy: ProjectCopy
    let session: DrivenSession

    beforeAll(async () => {
      copy = await ProjectCopy.create()
      copy.solve(number)
      session = new DrivenSession(copy, ['lesson', String(number)], { PORT: String(nextPort++) })
      await session.says(SOLVED)
    }, 120_000)
    afterAll(async () => {
      await session.close()
      copy.remove()
    })

    const breakIt = ({ text, act }: Case) =>
      session.after(async () => {
        const file = copy.exercise(number)
        if (text) writeFileSync(file, text(copy.solution(number)))
        await act?.(file, copy.solution(number))
      })

    const recover = async ({ repair }: Case) => {
      await session.after(() => {
        repair?.(copy.exercise(number))
        copy.solve(number)
      })
      await session.says(SOLVED)
    }

    test.each(cases.filter(({ says }) => says))('explains $name, and recovers', async (broken) => {
      const { text, says = '', at } = broken
      await breakIt(broken)
      await session.says(says)
      await session.match(OVER)
      expect(session.answer).not.toContain(SOLVED)
      expect(session.answer).not.toMatch(NOT_FOR_LEARNERS)
      expect(session.raw).not.toMatch(OBEYED)
      if (at && text) {
        const line = lineOf(String(text(copy.solution(number))), at)
        expect(session.answer).toContain(`${copy.exercisePath(number)}:${line} `)
      }
      await recover(broken)
    })

    test.each(cases.filter(({ says }) => !says))('takes $name in its stride', async (harmless) => {
      await breakIt(harmless)
      await session.says(SOLVED)
      await recover(harmless)
    })

    test('leaves no process behind and frees the port of its server', async () => {
      const { port } = new URL(await session.match(ADDRESS))
      expect(await session.close()).toEqual([])
      expect(await answers(Number(port))).toBe(false)
    })
  })
}

/** Whether somebody listens there. */
function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  }).finally(() => socket.destroy())
}
