import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fakeResult, fakeTest } from '../../proof/support/fake-result.ts'
import { filesOf } from './files.ts'
import { gradeOf, type Student } from './grades.ts'
import { gradeTable } from './table.ts'

const HOSTILE = '<script>alert(1)</script>"\u0007'
const EDITION = { date: '2026-11-29T12:00:00.000Z', workbook: '0.2.0', node: '20.20.2' }
const KNOWN = [fakeTest('uno', 'passed'), fakeTest('dos', 'passed'), fakeTest('tres', 'passed', 'despedir')]
const RED = [fakeTest('uno', 'passed'), fakeTest('dos', 'failed'), fakeTest('tres', 'passed', 'despedir')]
const { lesson } = fakeResult([])

const gradeFor = (tests: typeof RED, more = {}) =>
  gradeOf(lesson, { path: 'saludos.ts', bytes: Buffer.from('a\nb') }, fakeResult(tests, more), KNOWN)

function student(name: string, grade = gradeFor(RED)): Student {
  return { student: name, from: [name], notes: [], help: [], grades: [grade], points: grade.points }
}

describe('gradeOf', () => {
  test('shares the points among the tasks, and those of a task among its tests', () => {
    expect(gradeFor(KNOWN)).toMatchObject({ state: 'passed', points: 10, mistake: undefined })
    expect(gradeFor(RED)).toMatchObject({
      state: 'failed',
      points: 7.5,
      tasks: [
        { name: 'saludar', green: 1, total: 2, points: 2.5, most: 5 },
        { name: 'despedir', green: 1, total: 1, points: 5 },
      ],
      mistake: { test: 'dos', sentence: 'Falla: dos' },
    })
  })

  test('tells first what went wrong outside of any test', () => {
    const { mistake } = gradeFor(RED, { problems: [{ sentence: 'Un bucle' }] })
    expect(mistake).toEqual({ sentence: 'Un bucle' })
  })

  test('gives nothing for what is not there, cannot be read, was lost or cannot be', () => {
    const answer = { path: 'a', bytes: Buffer.from('') }
    expect(gradeOf(lesson, undefined, undefined, KNOWN)).toMatchObject({
      state: 'missing',
      points: 0,
      total: 3,
    })
    expect(gradeOf(lesson, { path: 'a', refused: 'roto' }, undefined, KNOWN)).toMatchObject({
      state: 'unread',
      mistake: { sentence: 'roto' },
    })
    expect(gradeOf(lesson, answer, 'slow', KNOWN).mistake?.sentence).toContain('dos minutos y medio')
    const fake = fakeResult([...KNOWN, fakeTest('cuatro', 'passed')])
    expect(gradeOf(lesson, answer, fake, KNOWN)).toMatchObject({ state: 'unread', points: 0 })
  })
})

describe('filesOf', () => {
  const files = filesOf([student(HOSTILE), student('Ana'), student('ana'), student('CON')], [], EDITION)

  test('gives every student a page with a name that any system takes', () => {
    expect([...files.keys()]).toEqual([
      'calificaciones.csv',
      'index.html',
      'estudiantes/script-alert-1-script.html',
      'estudiantes/ana.html',
      'estudiantes/ana-2.html',
      'estudiantes/estudiante-con.html',
    ])
  })

  test('lets a name be nothing but a name, on pages that may load and run nothing', () => {
    for (const [path, text] of files) {
      if (!path.endsWith('.html')) continue
      expect(text.includes('<script') || text.includes('\u0007')).toBe(false)
      const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? []
      const hash = createHash('sha256').update(style).digest('base64')
      expect(text).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`)
    }
  })

  test('has in the table what a spreadsheet needs', () => {
    const [heads, , ana] = files.get('calificaciones.csv')?.split('\r\n') ?? []
    expect(heads).toContain('Estudiante;Nota;Lección 1: nota;Lección 1: pruebas en verde;Lección 1: saludar')
    expect(ana).toMatch(/^Ana;7,5;7,5;2 de 3;2,5;5;Falla: dos;/)
  })
})

describe('gradeTable', () => {
  test('fits in eighty columns', () => {
    const long = gradeFor([fakeTest('x'.repeat(200), 'failed')])
    const lines = gradeTable([student('Ana'.repeat(30), { ...long, mistake: { sentence: 'y'.repeat(200) } })])
    expect(lines.map((line) => line.length)).toEqual([expect.any(Number), 80])
    expect(gradeTable([student('Ana')])[1]).toMatch(/^Ana +7,5 {2}2 de 3 +Falla: dos$/)
  })
})
