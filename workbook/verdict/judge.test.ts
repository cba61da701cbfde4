import { describe, expect, test } from 'vitest'
import { SOLUTION } from '../proof/support/fake-lesson.ts'
import { fakeResult, fakeTest } from '../proof/support/fake-result.ts'
import { explainMishap, explainSlip } from './explain/slips.ts'
import { TEXTS } from './explain/texts.ts'
import { didRun, judgeRun, type LessonRun, type Mishap } from './judge.ts'

const { lesson } = fakeResult([])
const STACK = `Error: x\n    at saludar (${lesson.exercise.replaceAll('\\', '/')}:24:3)`
const LISTEN: Mishap = { kind: 'refused', message: 'Error: cuaderno:fatal listen', stack: STACK }
const TWICE: Mishap = { kind: 'slip', message: 'Error: cuaderno:next', stack: STACK }
const LOOSE = { sentence: 'Nadie la espera' }
const GREEN = fakeTest('saluda', 'passed')
const RED = fakeTest('despide', 'failed', 'despedir')

const judge = (run: Partial<LessonRun>, source = SOLUTION) =>
  judgeRun(lesson, source, {
    tests: [GREEN],
    console: new Map(),
    mishaps: [],
    problems: [],
    loose: [],
    ...run,
  })
const sentences = (run: Partial<LessonRun>) => judge(run).problems.map(({ sentence }) => sentence)

describe('judgeRun', () => {
  test('passes what is all green', () => {
    expect(judge({})).toMatchObject({ passed: true, problems: [] })
  })

  test.each([
    ['no test', []],
    ['a test that had no turn', [GREEN, fakeTest('despide', 'pending', 'despedir')]],
  ])('says that the tests did not run if there is %s, and no word of why', (_what, tests) => {
    const { passed, problems } = judge({ tests })
    expect([passed, problems]).toEqual([false, [{ kind: 'not-run', sentence: TEXTS.notRun }]])
    expect(didRun({ problems })).toBe(false)
  })

  test('says nothing more of a lesson whose red test ended the run', () => {
    const { problems } = judge({ tests: [RED, fakeTest('saluda dos veces', 'pending')] })
    expect([problems, didRun({ problems })]).toEqual([[], true])
  })

  test('tells first what is forbidden, then what went wrong, then what nobody awaited', () => {
    const run = { mishaps: [LISTEN], problems: [{ sentence: 'No carga' }], loose: [LOOSE] }
    expect(judge(run).passed).toBe(false)
    expect(sentences(run)).toEqual([explainMishap(LISTEN.message), 'No carga', LOOSE.sentence])
  })

  test('says nothing twice', () => {
    expect(sentences({ problems: [LOOSE], loose: [LOOSE] })).toEqual([LOOSE.sentence])
  })

  test('leaves slips and what nobody awaited to a red test, which knows more', () => {
    expect(sentences({ tests: [RED], mishaps: [TWICE, LISTEN], loose: [LOOSE] })).toEqual([
      explainMishap(LISTEN.message),
    ])
  })

  test('tells them while the only red is a TODO', () => {
    const source = SOLUTION.replace(/return `Adiós.*/, "throw new Error('TODO 2: despedir')")
    const run = { tests: [RED], mishaps: [TWICE], loose: [LOOSE] }
    expect(judge(run, source).problems).toHaveLength(2)
  })

  test('says nothing of a mishap that is not of the learner’s file', () => {
    expect(sentences({ mishaps: [{ ...LISTEN, stack: 'Error: x' }] })).toEqual([])
  })

  test('prefers to all of it why the run ended, with the task that was running', () => {
    const tests = [GREEN, fakeTest('despide', 'pending', 'despedir')]
    const { problems } = judge({ tests, ending: 'stuck', mishaps: [LISTEN] })
    const line = SOLUTION.split('\n').findIndex((text) => text.includes('function despedir')) + 1
    expect(problems).toEqual([{ sentence: TEXTS.loop, place: { file: lesson.exercise, line } }])
  })

  test('explains a red test with what the learner’s code wrote and what was caught meanwhile', () => {
    const console = new Map([[RED.id, 'TypeError: roto\n']])
    const slip = { ...TWICE, message: 'ReferenceError: tokn is not defined', test: RED.id }
    expect(judge({ tests: [RED], console }).tests[0]?.failure?.thrown).toBe('TypeError: roto')
    expect(judge({ tests: [RED], mishaps: [slip] }).tests[0]?.failure).toEqual({
      sentence: explainSlip('tokn is not defined'),
      place: { file: lesson.exercise, line: 24 },
    })
  })

  test('looks for the line where a slip happened, and not at an error that the app logged and the test wanted', () => {
    const file = lesson.exercise.replaceAll('\\', '/')
    const console = new Map([[RED.id, `ErrorDeToken: Sin token\n    at saludar (${file}:3:1)\n`]])
    const { place } =
      judge({ tests: [RED], console, mishaps: [{ ...TWICE, test: RED.id }] }).tests[0]?.failure ?? {}
    expect(place?.line).toBe(24)
  })

  test('shows what the learner’s code wrote with the test that it belongs to', () => {
    const console = new Map([
      [GREEN.id, 'hola\n'],
      ['un archivo', 'al cargar\n'],
    ])
    const { tests, printed } = judge({ tests: [GREEN, RED], console })
    expect([...tests.map(({ printed }) => printed), printed]).toEqual(['hola', undefined, 'al cargar'])
  })
})
