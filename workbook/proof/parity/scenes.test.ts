import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lessonsOf } from '../../curriculum/lesson.ts'
import { loadLesson, loadLessons } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { TEXTS } from '../../verdict/explain/texts.ts'
import { useLaboratory } from './in-page.ts'

const lessons = lessonsOf('book', await loadLessons())
const laboratory = useLaboratory()

const recorded = (number: number) =>
  readFileSync(join(ROOT, `docs/salidas/0${number}-problema.txt`), 'utf8').trimEnd()

async function sceneWith(number: number, from: string, to: string): Promise<string> {
  const { folder } = await loadLesson(number)
  const source = readFileSync(join(folder, 'problema.ts'), 'utf8')
  expect(source).toContain(from)
  return source.replace(from, () => to)
}

describe('the scene of a lesson, in the page', () => {
  test.each(lessons.filter(({ number }) => number < 8).map(({ number }) => number))(
    'of lesson %d writes what it writes in the terminal',
    async (number) => {
      expect(await laboratory.provoke(number)).toEqual({ printed: recorded(number) })
    },
  )

  test('of lesson 8 tells all but what real TLS shows: its first bytes and the name of the server', async () => {
    const { printed, failure } = await laboratory.provoke(8)
    expect(failure).toBeUndefined()
    const [http, https = ''] = printed.split('HTTPS, 200. ')
    const [realHttp, realHttps = ''] = recorded(8).split('HTTPS, 200. ')
    expect(http).toBe(realHttp)
    expect(https).not.toContain('16 03 01')
    const inRealTls = https
      .replace(/por .*/, 'por 16 03 01')
      .replace('servidor: no se lee', 'servidor: localhost')
    expect(inRealTls).toBe(realHttps)
  })

  test.each([
    [1, "codificar({ sub: '2' })", "codificar({ sub: '1' })", 'Un JWT, leído sin el secreto'],
    [3, 'iat: EMITIDO }', 'iat: EMITIDO, exp: EMITIDO + 3600 }', '422 text/html; charset=utf-8'],
    [3, "ensayar('3600')", "ensayar('60m')", 'dura 3600 s'],
    [2, '/perfil?id=1', '/perfil?id=9', '200 {}'],
    [2, 'usuarios.porId', 'usuario.porId', 'ReferenceError: usuario is not defined'],
    [5, 'await escena(', 'escena(', '404 {"error":"Ruta no encontrada"}'],
  ])('of lesson %d answers to a change: %s to %s', async (number, from, to, expected) => {
    const { printed, failure } = await laboratory.provoke(number, await sceneWith(number, from, to))
    expect(failure).toBeUndefined()
    expect(printed).toContain(expected)
  })

  test.each([
    ['await escena(', "throw new Error('aquí')\nawait escena(", TEXTS.scene.threw('Error: aquí'), 18],
    ['await escena(', 'while (true) {}\nawait escena(', TEXTS.loop, undefined],
    ['await escena(', "while (true) console.log('x')\nawait escena(", TEXTS.flood, undefined],
    [
      'await escena(',
      "for (;;) {\nconsole.log('x')\nfor (let i = 0; i < 5000; i++) {}\n}\nawait escena(",
      TEXTS.flood,
      undefined,
    ],
    ['await escena(', 'await new Promise(() => {})\nawait escena(', TEXTS.scene.hang, undefined],
    ["'/perfil?id=1')", "'/perfil?id=1'", TEXTS.syntax('problema.ts', "se esperaba ')'"), 21],
    ["'node:crypto'", "'node:cripto'", TEXTS.unresolved('node:cripto'), undefined],
  ])('says in Spanish what went wrong: %s to %s', async (from, to, sentence, line) => {
    const { failure } = await laboratory.provoke(2, await sceneWith(2, from, to))
    const place = line && { file: 'lessons/02-proteger-rutas/problema.ts', line }
    expect(failure).toEqual({ sentence, place })
  })
})
