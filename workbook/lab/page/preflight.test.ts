import { beforeAll, describe, expect, test } from 'vitest'
import { lineOf } from '../../proof/broken/case.ts'
import { RESTART, TEXTS } from '../../verdict/explain/texts.ts'
import { collectLessons } from '../build/lesson-data.ts'
import type { LessonData } from '../lesson-data.ts'
import { preflight } from './preflight.ts'

let data: LessonData

beforeAll(async () => {
  data = await collectLessons()
})

function look(change: (solution: string) => string) {
  const lesson = data.lessons[2]!
  return preflight(lesson, change(data.files[lesson.solution] ?? ''), data)
}

const importing = (what: string) => look((text) => `import ${what}\n${text}`)

describe('preflight', () => {
  test('lets every start and every solution pass', async () => {
    const found = data.lessons.flatMap((lesson) =>
      [lesson.exercise, lesson.solution].map((path) => preflight(lesson, data.files[path] ?? '', data)),
    )
    expect((await Promise.all(found)).filter(Boolean)).toEqual([])
  })

  test('says that a text is empty', async () => {
    const lesson = data.lessons[2]!
    expect(await look(() => ' \n')).toEqual({
      sentence: TEXTS.empty(lesson.manifest.archivo, RESTART.page),
      place: { file: lesson.exercise, line: 1 },
    })
  })

  test('finds the declaration that lost its export', async () => {
    const lose = (text: string) => text.replace('export function expiraEn', 'function expiraEn')
    const lesson = data.lessons[2]!
    expect(await look(lose)).toEqual({
      sentence: TEXTS.noExport(lesson.manifest.archivo, '«expiraEn»'),
      place: {
        file: lesson.exercise,
        line: lineOf(lose(data.files[lesson.solution] ?? ''), 'function expiraEn'),
      },
    })
  })

  test.each([
    "assert from 'node:assert'",
    "{ createRequire } from 'node:module'",
    "{ test } from 'node:test'",
    "{ readFile } from 'fs/promises'",
    "{ Worker } from 'worker_threads'",
    "{ DatabaseSync } from 'node:sqlite'",
    "{ leerEntorno } from '#comun/entorno.ts'",
  ])('does not call misspelt what is only missing here: import %s', async (what) => {
    const name = /'(.*)'/.exec(what)?.[1] ?? ''
    expect((await importing(what))?.sentence).toBe(TEXTS.absent(name))
  })

  test.each([
    "crypto from 'node:crypto'",
    "* as crypto from 'crypto'",
    "{ createHmac as h, createSign } from 'node:crypto'",
    "timers from 'node:timers'",
    "{ ErrorHttp } from '#comun/errores.ts'",
    "jsonwebtoken, { type JwtPayload } from 'jsonwebtoken'",
  ])('accepts import %s', async (what) => {
    expect(await importing(what)).toBeUndefined()
  })

  test.each([
    ["a from 'jose'", TEXTS.unresolved('jose')],
    ["a from 'node:cripto'", TEXTS.unresolved('node:cripto')],
    ["{ createHmak } from 'node:crypto'", TEXTS.noSuchName('createHmak', 'node:crypto')],
    ["{ Request } from 'express'", TEXTS.noSuchName('Request', 'express')],
    ["{ sign } from 'jsonwebtoken'", TEXTS.viaDefault('sign', 'jsonwebtoken', 'jwt')],
    ["{ Claims as C } from '#comun/claims.ts'", TEXTS.typeImport('Claims', '#comun/claims.ts')],
    ["{ crearApp } from './app.ts'", TEXTS.importsUser('./app.ts')],
    ["'./expiracion.test.ts'", TEXTS.importsTests('./expiracion.test.ts')],
  ])('complains about import %s', async (what, sentence) => {
    expect((await importing(what))?.sentence).toBe(sentence)
  })

  test.each(['', '// nada', 'const a = 1'])('speaks of nothing that the page has not: %j', async (text) => {
    expect((await look(() => text))?.sentence).toContain(RESTART.page)
  })
})
