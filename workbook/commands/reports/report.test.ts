import { describe, expect, test } from 'vitest'
import { UNTOUCHED } from '../../learner/progress.ts'
import { fakeReport, mixedResult } from '../../proof/support/fake-report.ts'
import { fakeResult, fakeTest } from '../../proof/support/fake-result.ts'
import { createReport } from './report.ts'

const GREEN = fakeResult([fakeTest('saluda', 'passed')])
const BROKEN = fakeResult([], { problems: [{ sentence: 'No encuentro saludos.ts' }] })
const SOLVED_AT = '2026-02-01T10:00:00.000Z'

/** As another program gets it. */
const printed = (report: unknown) => JSON.parse(JSON.stringify(report))

describe('createReport', () => {
  test('says of what and when it is', () => {
    expect(fakeReport([])).toMatchObject({
      version: 1,
      workbook: expect.stringMatching(/^\d+\.\d+\.\d+/),
      date: '2026-03-15T12:00:00.123Z',
      node: process.versions.node,
      final: false,
    })
    expect(createReport([], {}, { final: true }).final).toBe(true)
  })

  test('tells all of a lesson, and leaves out what is not known', () => {
    const [lesson] = printed(fakeReport([mixedResult()])).lessons
    expect(lesson).toEqual({
      number: 1,
      slug: '01-saludos',
      title: 'Saludos',
      passed: false,
      specification: { hash: expect.stringMatching(/^[0-9a-f]{64}$/), original: false },
      tests: [
        { title: 'saluda', task: 'saludar', state: 'passed' },
        {
          title: 'despide',
          task: 'despedir',
          state: 'failed',
          sentence: 'Falla: despide',
          expected: 'uno',
          received: 'dos',
          thrown: 'Error: roto',
          place: { file: 'lessons/01-saludos/saludos.ts', line: 7 },
        },
        { title: 'calla', task: 'despedir', state: 'pending' },
      ],
      problems: [],
      progress: {
        failures: 0,
        hintsOpened: 0,
        hintsTotal: 6,
        tasks: [
          { name: 'saludar', hintsOpened: 0, hintsTotal: 3 },
          { name: 'despedir', hintsOpened: 0, hintsTotal: 3 },
        ],
        milliseconds: 0,
      },
    })
  })

  test('tells what went wrong outside of the tests', () => {
    expect(printed(fakeReport([BROKEN])).lessons[0]).toMatchObject({
      passed: false,
      tests: [],
      problems: [{ sentence: 'No encuentro saludos.ts' }],
    })
  })

  test('counts the hints of the tasks that the lesson has', () => {
    const opened = (rung: number) => ({ rung, failures: 1 })
    const hints = { saludar: opened(3), despedir: opened(1), 'de-otra-version': opened(3) }
    const progress = { '01-saludos': { ...UNTOUCHED, failures: 4, hints, time: 900, solvedAt: SOLVED_AT } }
    expect(fakeReport([GREEN], progress).lessons[0]?.progress).toEqual({
      failures: 4,
      hintsOpened: 4,
      hintsTotal: 6,
      tasks: [
        { name: 'saludar', hintsOpened: 3, hintsTotal: 3 },
        { name: 'despedir', hintsOpened: 1, hintsTotal: 3 },
      ],
      milliseconds: 900,
      solvedAt: SOLVED_AT,
    })
  })

  test('does not pass on a date that is none', () => {
    const progress = { '01-saludos': { ...UNTOUCHED, solvedAt: 'ayer' } }
    expect(fakeReport([GREEN], progress).lessons[0]?.progress.solvedAt).toBeUndefined()
  })

  test('adds up', () => {
    expect(fakeReport([GREEN, mixedResult(), BROKEN]).totals).toEqual({
      lessons: 3,
      lessonsPassed: 1,
      tests: 4,
      testsPassed: 2,
    })
  })
})
