import { describe, expect, test } from 'vitest'
import { fakeReport, mixedResult } from '../../proof/support/fake-report.ts'
import { fakeResult, fakeTest } from '../../proof/support/fake-result.ts'
import { findAll, parseXml } from '../../proof/support/xml.ts'
import { junitXml } from './junit.ts'
import { createReport } from './report.ts'

const HOSTILE = `<script>alert("x")</script> & 'ñ' ]]> \u0000\u0007\u001b[31m\ud800`
const CLEAN = `<script>alert("x")</script> & 'ñ' ]]> `

const BROKEN = fakeResult([], { problems: [{ sentence: 'No encuentro saludos.ts' }] })
const parse = (...results: Parameters<typeof fakeReport>[0]) => parseXml(junitXml(fakeReport(results)))

describe('junitXml', () => {
  test('has a suite for each lesson and a case for each test, by its task', () => {
    const root = parse(mixedResult())
    expect(findAll(root, 'testsuite').map(({ attributes }) => attributes.name)).toEqual([
      'Lección 1 · Saludos',
    ])
    expect(findAll(root, 'testcase').map(({ attributes }) => attributes)).toEqual([
      { classname: 'saludar', name: 'saluda', time: '0.000' },
      { classname: 'despedir', name: 'despide', time: '0.000' },
      { classname: 'despedir', name: 'calla', time: '0.000' },
    ])
  })

  test('explains a red test with its sentence, its place and its values', () => {
    const [failure, ...more] = findAll(parse(mixedResult()), 'failure')
    expect(more).toEqual([])
    expect(failure?.attributes.message).toBe('Falla: despide (lessons/01-saludos/saludos.ts:7)')
    expect(failure?.text).toBe('Esperado: uno\nRecibido: dos\nTu código lanzó: Error: roto')
  })

  test('leaves out what is not known of a red test', () => {
    const [failure] = findAll(parse(fakeResult([fakeTest('saluda', 'failed')])), 'failure')
    expect(failure).toMatchObject({ attributes: { message: 'Falla: saluda' }, text: '' })
  })

  test('marks a test whose turn did not come', () => {
    const [, , pending] = findAll(parse(mixedResult()), 'testcase')
    expect(pending?.children.map(({ name }) => name)).toEqual(['skipped'])
  })

  test('tells a problem as an error in a case of its own', () => {
    const [only] = findAll(parse(BROKEN), 'testcase')
    expect(only?.attributes.classname).toBe('01-saludos')
    expect(only?.children).toMatchObject([
      { name: 'error', attributes: { message: 'No encuentro saludos.ts' } },
    ])
  })

  test('counts as many as there are, in each suite and in all', () => {
    const root = parse(mixedResult(), BROKEN)
    const counts = { tests: '4', failures: '1', errors: '1', skipped: '1' }
    expect(root.attributes).toEqual({ name: 'Cuaderno JWT', ...counts, time: '0.000' })
    expect(findAll(root, 'testsuite').map(({ attributes }) => attributes.tests)).toEqual(['3', '1'])
    for (const suite of [root, ...findAll(root, 'testsuite')]) {
      expect(Number(suite.attributes.tests)).toBe(findAll(suite, 'testcase').length)
      expect(Number(suite.attributes.failures)).toBe(findAll(suite, 'failure').length)
      expect(Number(suite.attributes.errors)).toBe(findAll(suite, 'error').length)
    }
  })

  test('tells how long each test took, and all of them, in seconds', () => {
    const timed = (title: string, duration: number) => ({ ...fakeTest(title, 'passed'), duration })
    const root = parse(fakeResult([timed('saluda', 1204.4), timed('despide', 96)]))
    expect(findAll(root, 'testcase').map(({ attributes }) => attributes.time)).toEqual(['1.204', '0.096'])
    expect([root, ...findAll(root, 'testsuite')].map(({ attributes }) => attributes.time)).toEqual([
      '1.300',
      '1.300',
    ])
  })

  test('says what it was judged by and whose it is', () => {
    const commit = { id: 'abc123', changed: true }
    const report = createReport([mixedResult()], {}, { student: HOSTILE, commit })
    const known = findAll(parseXml(junitXml(report)), 'property').map(({ attributes }) => attributes)
    expect(Object.fromEntries(known.map(({ name, value }) => [name, value]))).toEqual({
      'cuaderno.version': expect.stringMatching(/^\d+\.\d+\.\d+/),
      'especificacion.sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
      'especificacion.original': 'false',
      commit: 'abc123',
      'commit.conCambios': 'true',
      estudiante: CLEAN,
    })
  })

  test('dates the suites without the zone', () => {
    const [suite] = findAll(parse(mixedResult()), 'testsuite')
    expect(suite?.attributes.timestamp).toBe('2026-03-15T12:00:00')
  })

  test('stays well formed whatever the names and the sentences are', () => {
    const { lesson, tests } = mixedResult(HOSTILE)
    const root = parse({
      ...fakeResult(tests.map((one) => ({ ...one, title: HOSTILE, task: HOSTILE }))),
      lesson: { ...lesson, manifest: { ...lesson.manifest, titulo: HOSTILE } },
    })
    const [suite] = findAll(root, 'testsuite')
    const [, red] = findAll(root, 'testcase')
    expect(suite?.attributes.name).toBe(`Lección 1 · ${CLEAN}`)
    expect(red?.attributes).toEqual({ classname: CLEAN, name: CLEAN, time: '0.000' })
    expect(red?.children[0]?.attributes.message).toContain(CLEAN)
  })

  test('keeps the lines of a sentence that has several', () => {
    const [failure] = findAll(parse(mixedResult('una\ndos')), 'failure')
    expect(failure?.attributes.message).toMatch(/^una\ndos /)
  })
})
