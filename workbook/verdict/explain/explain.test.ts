import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../curriculum/paths.ts'
import { explainLooseError, explainTestError } from './explain.ts'
import { TEXTS } from './texts.ts'

const EXERCISE = join(ROOT, 'lessons', '03-expiracion', 'expiracion.ts')
const SPEC = join(ROOT, 'lessons', '03-expiracion', 'expiracion.test.ts')

/** What a real assertion throws, as Vitest hands it on: with the values as texts. */
function thrownBy(assertion: () => void): Parameters<typeof explainTestError>[0] {
  try {
    assertion()
  } catch (error) {
    const { name, message, expected, actual } = error as Record<string, unknown>
    const text = (value: unknown) => (value === undefined || value instanceof Error ? value : String(value))
    return {
      name: String(name),
      message: String(message),
      expected: text(expected),
      actual: text(actual),
    } as Parameters<typeof explainTestError>[0]
  }
  throw new Error('The assertion holds')
}

const throwing = (message: string) => () => {
  throw new Error(message)
}
const error = (message: string, more: object = {}) => ({ name: 'Error', message, ...more })
const explain = (message: string, more?: object) => explainTestError(error(message, more), EXERCISE)
const explainLoose = (message: string, more?: object) => explainLooseError(error(message, more), EXERCISE)
const frame = (file: string, line: number) => ({ file, line, column: 1, method: '' })

describe('explainTestError, of an assertion', () => {
  test('gives the sentence of the test and the two values', () => {
    const failure = explainTestError(
      thrownBy(() => expect(403, 'Responde 200').toBe(200)),
      EXERCISE,
    )
    expect(failure).toMatchObject({ sentence: 'Responde 200', expected: '200', received: '403' })
  })

  test('keeps a sentence with colons whole', () => {
    const failing = thrownBy(() => expect(1, 'Mira aquí: sub es un texto').toBe('1'))
    expect(explainTestError(failing, EXERCISE).sentence).toBe('Mira aquí: sub es un texto')
  })

  test.each([
    ['a text', 'segundos', "'segundos'"],
    ['an expression', /segundos/, '/segundos/'],
  ])('gives what toThrow expected and what was thrown, without English: %s', (_what, wanted, expected) => {
    const failing = thrownBy(() => expect(throwing('otra cosa'), 'Di segundos').toThrow(wanted))
    expect(explainTestError(failing, EXERCISE)).toMatchObject({
      sentence: 'Di segundos',
      expected,
      received: "'otra cosa'",
    })
  })

  test('tells what a guard or the page threw, and not what the test expected of another error', () => {
    const failing = thrownBy(() =>
      expect('Error: cuaderno:absent node:crypto KeyObject', 'El mensaje debe decir «P-256»').toMatch(
        /P-256/,
      ),
    )
    const failure = explainTestError(failing, EXERCISE)
    expect(failure).toEqual({ sentence: TEXTS.absent('KeyObject» de «node:crypto'), place: undefined })
  })

  test('gives only what was thrown if that is what nobody wanted', () => {
    const failing = thrownBy(() => expect(throwing('roto'), 'Vale y lo rechazas').not.toThrow(/^(?!TODO)/))
    const { sentence, expected, received } = explainTestError(failing, EXERCISE)
    expect([sentence, expected, received]).toEqual(['Vale y lo rechazas', undefined, 'roto'])
  })

  test.each([
    ['jwt.sing is not a function', /^Llamas a «jwt\.sing» y no es una función/],
    ["Cannot read properties of undefined (reading 'sub')", /^Lees «sub» de algo que es undefined/],
    [
      'object is not iterable (cannot read property Symbol(Symbol.iterator))',
      /^Recorres como una lista algo/,
    ],
    ['number 3 is not iterable (cannot read property Symbol(Symbol.iterator))', /^Recorres «3» como una/],
    ['leer is not a function or its return value is not iterable', /^Recorres .+ lo que devuelve «leer»/],
  ])('tells a slip of the program, and not its class, where nobody wanted an error: %s', (said, sentence) => {
    const slip = () => {
      throw new TypeError(said)
    }
    const failing = thrownBy(() => expect(slip, 'Vale y lo rechazas').not.toThrow())
    expect(explainTestError(failing, EXERCISE).sentence).toMatch(sentence)
  })

  test.each([
    ['a class', TypeError],
    ['an expression', /x/],
    ['any error', undefined],
  ])('gives the sentence and nothing as received when nothing was thrown: %s', (_what, wanted) => {
    const failing = thrownBy(() => expect(() => {}, 'Lanza un error').toThrow(wanted))
    const { sentence, received } = explainTestError(failing, EXERCISE)
    expect([sentence, received]).toEqual(['Lanza un error', undefined])
  })

  test.each<[string, () => void, string | undefined, string]>([
    ['spaces that do not show', () => expect('a  b ', 'x').toBe('a b'), '"a b"', '"a  b "'],
    ['a text and what looks like it', () => expect('1', 'x').toBe(1), '1', "'1'"],
    ['objects that are alike', () => expect({ a: 1 }, 'x').toBe({ a: 1 }), undefined, '[object Object]'],
    ['what should not have come', () => expect('a', 'x').not.toBe('a'), undefined, 'a'],
    [
      'an error of another class',
      () => expect(new Error('e'), 'x').toBeInstanceOf(TypeError),
      'TypeError',
      'Error: e',
    ],
    [
      'an error that should not have come',
      () => expect(new Error('e'), 'x').not.toBeInstanceOf(Error),
      undefined,
      'Error: e',
    ],
    ['a text that is no error', () => expect('e', 'x').toBeInstanceOf(Error), 'Error', "'e'"],
  ])('tells apart %s', (_what, assertion, expected, received) => {
    const found = explainTestError(thrownBy(assertion), EXERCISE)
    expect([found.expected, found.received]).toEqual([expected, received])
  })

  test('drops the colours of the terminal', () => {
    const { sentence } = explain('\u001b[31mDevuelve 200\u001b[39m: expected 1 to be 2')
    expect(sentence).toBe('Devuelve 200')
  })
})

describe('explainTestError, of an error that the learner did not expect', () => {
  test.each([
    ['a dead worker', 'Worker exited unexpectedly', TEXTS.died],
    [
      'an unknown package',
      "Cannot find package 'jsonwebtokn' imported from x",
      TEXTS.unresolved('jsonwebtokn'),
    ],
    ['an unknown module', "Cannot find module './tokn.ts' imported from x", TEXTS.unresolved('./tokn.ts')],
    [
      'an unresolved import',
      'Failed to resolve import "jwt" from "lessons/a.ts". Does the file exist?',
      TEXTS.unresolved('jwt'),
    ],
    ['anything else', 'otra cosa\n    at y', TEXTS.threw('Error: otra cosa')],
  ])('explains %s', (_what, message, sentence) => {
    expect(explain(message).sentence).toBe(sentence)
  })

  test('names the class of the error', () => {
    const { sentence } = explain('jwt malformed', { name: 'JsonWebTokenError' })
    expect(sentence).toBe(TEXTS.threw('JsonWebTokenError: jwt malformed'))
  })

  test('looks also into the cause of the error', () => {
    const cause = { message: "Cannot find package 'jose'" }
    expect(explain('Failed to load', { cause }).sentence).toBe(TEXTS.unresolved('jose'))
  })
})

describe('explainLooseError', () => {
  test.each([
    ['an unhandled rejection', 'Unhandled Rejection', TEXTS.rejection('Error: suelta')],
    ['an uncaught exception', 'Uncaught Exception', TEXTS.uncaught('Error: suelta')],
    ['an error while loading', undefined, TEXTS.load('Error: suelta')],
  ])('explains %s', (_what, type, sentence) => {
    expect(explainLoose('suelta', { type }).sentence).toBe(sentence)
  })

  test('prefers what it knows to the kind of error', () => {
    const { sentence } = explainLoose('Worker exited unexpectedly', { type: 'Uncaught Exception' })
    expect(sentence).toBe(TEXTS.died)
  })
})

describe('the place of an error', () => {
  test('is the innermost frame in the learner’s file', () => {
    const stacks = [frame('/x/express.js', 3), frame(EXERCISE, 21), frame(EXERCISE, 40), frame(SPEC, 8)]
    expect(explain('roto', { stacks }).place).toEqual({ file: EXERCISE, line: 21 })
  })

  test('is unknown if no frame is in the learner’s file', () => {
    expect(explain('roto', { stacks: [frame(SPEC, 8)] }).place).toBeUndefined()
  })

  test('is told of a loose error too', () => {
    const stacks = [frame(EXERCISE, 5)]
    expect(explainLoose('roto', { stacks }).place).toEqual({ file: EXERCISE, line: 5 })
  })
})
