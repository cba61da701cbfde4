import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../proof/support/temp-folder.ts'
import {
  lessonProgress,
  readProgress,
  redTask,
  remember,
  rememberAttempt,
  rememberGreen,
  rememberTime,
  UNTOUCHED,
} from './progress.ts'

const SLUG = '03-expiracion'

let folder: string
let file: string

beforeEach(() => {
  folder = join(tempFolder(), '.cuaderno')
  file = join(folder, 'progreso.json')
})

function write(text: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, text)
}

describe('readProgress', () => {
  test('is empty before anything was remembered, and creates nothing', () => {
    expect(readProgress(file)).toEqual({})
    expect(() => readdirSync(folder)).toThrow('ENOENT')
  })

  test.each([
    ['a cut file', '{ "01-generar-el-token": { "do'],
    ['an empty file', ''],
    ['a list', '[1, 2]'],
    ['null', 'null'],
    ['a text', '"hecho"'],
  ])('starts anew and keeps aside what it cannot understand: %s', (_what, text) => {
    write(text)
    expect(readProgress(file)).toEqual({})
    const [kept = '', ...more] = readdirSync(folder)
    expect([kept, more]).toEqual([expect.stringMatching(/^progreso\.json\.roto-\d+$/), []])
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(text)
  })

  test.each([
    ['a text', '"sí"'],
    ['a number', '1'],
    ['null', 'null'],
    ['a list', '["done"]'],
    ['other types', '{ "done": "true", "failures": "3", "hints": [1], "time": null, "solvedAt": 5 }'],
    ['impossible numbers', '{ "failures": -1, "time": 1e999 }'],
  ])('takes a lesson that is %s as not started', (_what, lesson) => {
    write(`{ "${SLUG}": ${lesson} }`)
    expect(readProgress(file)).toEqual({ [SLUG]: UNTOUCHED })
  })

  test('reads hints that it cannot believe as far as it can', () => {
    write(`{ "${SLUG}": { "hints": { "a": { "rung": 7, "failures": 2 }, "b": "todas" } } }`)
    expect(readProgress(file)[SLUG]?.hints).toEqual({
      a: { rung: 3, failures: 2 },
      b: { rung: 0, failures: 0 },
    })
  })

  test('drops keys that it does not know', () => {
    write(`{ "${SLUG}": { "done": true, "nota": 10 } }`)
    expect(readProgress(file)).toEqual({ [SLUG]: { ...UNTOUCHED, done: true } })
  })
})

describe('lessonProgress', () => {
  test('gives the progress of one lesson', () => {
    remember(SLUG, { time: 5 }, file)
    expect(lessonProgress(SLUG, file).time).toBe(5)
  })

  test('gives an untouched lesson if nothing is known of it', () => {
    expect(lessonProgress(SLUG, file)).toEqual(UNTOUCHED)
  })
})

describe('remember', () => {
  test('creates the folder and the file', () => {
    remember(SLUG, { failures: 2 }, file)
    expect(readProgress(file)).toEqual({ [SLUG]: { ...UNTOUCHED, failures: 2 } })
  })

  test('keeps the rest of what it knows of the lesson', () => {
    const hints = { leerDuracion: { rung: 2, failures: 1 } }
    remember(SLUG, { hints }, file)
    remember(SLUG, { time: 900 }, file)
    expect(lessonProgress(SLUG, file)).toEqual({ ...UNTOUCHED, hints, time: 900 })
  })

  test('keeps what it knows of the other lessons, also of one from another version', () => {
    write('{ "09-del-futuro": { "done": true } }')
    remember(SLUG, { time: 1 }, file)
    expect(readProgress(file)['09-del-futuro']?.done).toBe(true)
  })

  test('leaves no draft behind', () => {
    remember(SLUG, { time: 1 }, file)
    expect(readdirSync(folder)).toEqual(['progreso.json'])
  })

  test('leaves the old file whole if it is cut while it writes', () => {
    remember(SLUG, { time: 1 }, file)
    mkdirSync(`${file}.${process.pid}.tmp`)
    expect(() => remember(SLUG, { time: 2 }, file)).toThrow()
    expect(lessonProgress(SLUG, file).time).toBe(1)
  })

  test('recovers from a damaged file', () => {
    write('{')
    remember(SLUG, { time: 1 }, file)
    expect(readProgress(file)).toEqual({ [SLUG]: { ...UNTOUCHED, time: 1 } })
  })
})

describe('rememberAttempt', () => {
  const failures = () => lessonProgress(SLUG, file).failures

  test('counts each text that is red once, whoever runs it and however often', () => {
    for (const text of ['uno', 'uno', 'dos', 'dos', 'uno']) rememberAttempt(SLUG, text, undefined, file)
    expect(failures()).toBe(3)
  })

  test('leaves a lesson solved that was', () => {
    rememberGreen(SLUG, file)
    rememberAttempt(SLUG, 'uno', undefined, file)
    expect(lessonProgress(SLUG, file)).toMatchObject({ done: true, failures: 1 })
  })
})

describe('redTask', () => {
  test('is the one of the last attempt, as long as the text is the same', () => {
    rememberAttempt(SLUG, 'uno', 'expiraEn', file)
    expect([redTask(SLUG, 'uno', file), redTask(SLUG, 'dos', file)]).toEqual(['expiraEn', undefined])
  })
})

describe('rememberGreen', () => {
  test('remembers when it was green and keeps the count', () => {
    rememberAttempt(SLUG, 'uno', undefined, file)
    rememberGreen(SLUG, file)
    const { done, failures, solvedAt = '' } = lessonProgress(SLUG, file)
    expect([done, failures, new Date(solvedAt).toISOString()]).toEqual([true, 1, solvedAt])
  })

  test('keeps the first time that it was green', () => {
    remember(SLUG, { solvedAt: '2026-01-01T10:00:00.000Z' }, file)
    rememberGreen(SLUG, file)
    expect(lessonProgress(SLUG, file).solvedAt).toBe('2026-01-01T10:00:00.000Z')
  })
})

describe('rememberTime', () => {
  const timeAfter = (...spans: [from: number, to: number][]) => {
    for (const [from, to] of spans) rememberTime(SLUG, from, to, file)
    return lessonProgress(SLUG, file).time
  }

  test.each<[string, [number, number][], number]>([
    [
      'adds what follows',
      [
        [100, 150],
        [150, 170],
      ],
      70,
    ],
    [
      'counts once what two sessions spend at once',
      [
        [100, 150],
        [110, 150],
        [120, 160],
      ],
      60,
    ],
    [
      'leaves pauses out',
      [
        [100, 150],
        [500, 520],
      ],
      70,
    ],
    [
      'takes nothing away if the clock goes back',
      [
        [100, 150],
        [150, 40],
        [40, 60],
      ],
      70,
    ],
  ])('%s', (_what, spans, time) => {
    expect(timeAfter(...spans)).toBe(time)
  })
})
