import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { UNTOUCHED } from '../../learner/progress.ts'
import { fakeReport, mixedResult } from '../../proof/support/fake-report.ts'
import { fakeResult, fakeTest } from '../../proof/support/fake-result.ts'
import type { LessonResult } from '../../verdict/model.ts'
import { informPage } from './page.ts'

const HOSTILE = "<script>alert(1)</script>\"><img src=x onerror='alert(1)'>\u0000\u0007&"
const GREEN = fakeResult([fakeTest('saluda', 'passed')])
const BROKEN = fakeResult([], { problems: [{ sentence: 'No encuentro saludos.ts' }] })
const PROGRESS = {
  '01-saludos': {
    done: true,
    failures: 4,
    hints: { saludar: { rung: 2, failures: 3 } },
    time: 65 * 60_000,
    solvedAt: '2026-02-15T12:00:00.000Z',
  },
}

const page = (results: LessonResult[], progress = {}, student?: string) =>
  informPage(fakeReport(results, progress), student)

/** The texts of the cells of each row of a part of the table. */
function rows(html: string, part: 'thead' | 'tbody' | 'tfoot'): string[][] {
  const source = html.match(new RegExp(`<${part}>([\\s\\S]*)</${part}>`))?.[1] ?? ''
  return source
    .split('</tr>')
    .slice(0, -1)
    .map((row) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
    )
}

describe('informPage', () => {
  test('tells of each lesson how it went', () => {
    const [[name, state, green, red, hints, time, solved] = []] = rows(page([GREEN], PROGRESS), 'tbody')
    expect([name, state, green, red, hints, time]).toEqual([
      '1. Saludos',
      '✓ superada',
      '1 de 1',
      '4',
      '2 de 6saludar: 2',
      '1 h 5 min',
    ])
    expect(solved).toMatch(/^1[56] feb 2026$/)
  })

  test('says in words what is not done, what cannot run and what is not known', () => {
    const [half, broken, undated] = rows(page([mixedResult(), BROKEN, GREEN]), 'tbody')
    expect(half).toEqual(['1. Saludos', '✗ por hacer', '1 de 3', '0', '0 de 6', '0 min', 'aún no'])
    expect(broken?.slice(1, 3)).toEqual(['! no se puede comprobar', 'sin ejecutar'])
    expect(undated?.at(-1)).toBe('sin fecha')
  })

  test('adds up the columns', () => {
    expect(rows(page([GREEN, mixedResult()], PROGRESS), 'tfoot')).toEqual([
      ['Total', '1 de 2', '2 de 4', '8', '4 de 12', '2 h 10 min', ''],
    ])
  })

  test('tells the first thing to do in each lesson that is not solved', () => {
    const html = page([GREEN, mixedResult(), BROKEN])
    const items = html
      .match(/<li>.*<\/li>/g)
      ?.map((item) => item.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'))
    expect(items).toEqual([
      '|Lección 1 · Saludos|: despide|Falla: despide|lessons/01-saludos/saludos.ts:7|',
      '|Lección 1 · Saludos|No encuentro saludos.ts|',
    ])
  })

  test('says so if nothing is left to do', () => {
    const html = page([GREEN])
    expect(html).toContain('Nada: todas las lecciones están superadas.')
    expect(html).not.toContain('<li>')
  })

  test('names the student, the date and the progress', () => {
    const html = page([GREEN, mixedResult()], {}, 'Ana Núñez')
    expect(html).toContain('<title>Informe de Ana Núñez</title>')
    expect(html).toContain('<dd><bdi>Ana Núñez</bdi></dd>')
    expect(html).toMatch(/<time datetime="2026-03-15T12:00:00.123Z">1[56] de marzo de 2026/)
    expect(html).toContain('1 de 2 lecciones superadas y 2 de 4 pruebas en verde')
  })

  test('does without a name', () => {
    const html = page([GREEN])
    expect(html).toContain('<title>Informe del cuaderno JWT</title>')
    expect(html).not.toContain('Estudiante')
  })

  test('is escaped wherever a text of others comes in', () => {
    const result = mixedResult(HOSTILE)
    const manifest = { ...result.lesson.manifest, titulo: HOSTILE }
    const tests = result.tests.map((one) => ({ ...one, title: HOSTILE }))
    const html = page([{ ...result, tests, lesson: { ...result.lesson, manifest } }], {}, HOSTILE)
    for (const raw of ['<script', '<img', '\u0000', '\u0007']) expect(html).not.toContain(raw)
    expect(html.match(/&lt;script&gt;alert\(1\)/g)).toHaveLength(6)
  })

  test('runs nothing, asks for nothing and allows nothing but its own style', () => {
    const html = page([GREEN, mixedResult(), BROKEN], PROGRESS, 'Ana')
    expect(html).not.toMatch(/<(?:script|link|img|iframe|form)|\s(?:src|href|style|on\w+)=|url\(|@import/i)
    const style = html.match(/<style>([\s\S]*)<\/style>/)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = html.match(/Content-Security-Policy" content="([^"]*)"/)?.[1]?.replaceAll('&#39;', "'")
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)
  })

  test('is a document in Spanish with a table that a screen reader can tell', () => {
    const html = page([GREEN])
    expect(html).toMatch(/^<!doctype html>\n<html lang="es">/)
    expect(html).toContain('<caption id="tabla">Qué hay hecho de cada lección</caption>')
    expect(html.match(/<th scope="col">/g)).toHaveLength(7)
    expect(html.match(/<th scope="row">/g)).toHaveLength(2)
    expect(rows(html, 'thead')[0]?.slice(0, 2)).toEqual(['Lección', 'Estado'])
  })

  test('survives a date that was damaged', () => {
    const progress = { '01-saludos': { ...UNTOUCHED, solvedAt: 'ayer' } }
    expect(rows(page([GREEN], progress), 'tbody')[0]?.at(-1)).toBe('sin fecha')
  })
})
