import { createRequire } from 'node:module'
import type MiniSearch from 'minisearch'
import { createServer } from 'vitepress'
import { beforeAll, describe, expect, test } from 'vitest'
import { SITE } from '../../workbook/session/site/site.ts'
import { SYNONYMS, search } from './search.ts'

if (search?.provider !== 'local') throw new Error('The search is not local')
const { options: index, searchOptions: question } = search.options?.miniSearch ?? {}

// How VitePress asks its index (VPLocalSearchBox.vue), with what it lets us change.
const ASKED = {
  fields: ['title', 'titles', 'text'],
  storeFields: ['title', 'titles'],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 }, ...question },
  ...index,
}

// As many as VitePress shows.
const SHOWN = 16

let built: MiniSearch

beforeAll(async () => {
  const vitepress = createRequire(createRequire(import.meta.url).resolve('vitepress'))
  const { default: Search } = await import(vitepress.resolve('minisearch'))
  const server = await createServer(SITE, { middlewareMode: true })
  try {
    built = Search.loadJSON((await server.ssrLoadModule('@localSearchIndexroot')).default, ASKED)
  } finally {
    await server.close()
  }
})

/** The sections that the reader sees first. */
const found = (text: string, most = 3) =>
  built
    .search(text)
    .slice(0, most)
    .map(({ id }): string => id)

describe('search', () => {
  test.each([
    ['expiración', 'expiracion'],
    ['Contraseña', 'contrasena'],
    ['ENCABEZADO', 'encabezado'],
    ['pingüino', 'pinguino'],
    ['jwt.verify', 'jwt.verify'],
  ])('keeps and asks for «%s» as «%s»', (word, plain) => {
    const folded = [word, plain].flatMap((each) => [
      index?.processTerm?.(each),
      question?.processTerm?.(each),
    ])
    expect(folded).toEqual([plain, plain, plain, plain])
  })

  // How its colours write the signs of a piece of code.
  test.each(['x3c', 'x26'])('keeps no «%s» of a piece of code', (sign) => {
    expect(built.search(sign, { prefix: false, fuzzy: false })).toEqual([])
  })

  test.each([
    ['caducar', '/glosario#expirar'],
    ['CADUCADO', '/glosario#expirar'],
    ['vencimiento', '/glosario#expirar'],
    ['encriptar', '/glosario#cifrar'],
    ['encriptacion', '/glosario#cifrar'],
    ['logout', '/lecciones/05-revocar-tokens#la-idea'],
    ['refresh', '/glosario#token-de-renovacion'],
    ['refresh token', '/preguntas-frecuentes#renovacion'],
    ['blacklist', '/glosario#lista-de-revocados'],
    ['lista negra', '/glosario#lista-de-revocados'],
    ['CORS', '/preguntas-frecuentes#cors'],
    ['fuerza bruta', '/produccion#limites'],
    ['redis', '/glosario#redis'],
    ['csrf', '/glosario#csrf'],
    ['cookie', '/glosario#cookie'],
    ['jwks', '/glosario#jwks'],
    ['clave pública', '/glosario#clave-publica'],
    ['rotación', '/glosario#rotacion'],
    ['docker', '/produccion#contenedor'],
    ['hackear', '/ataca-tu-api#la-tuya'],
    ['jwt malformed', '/preguntas-frecuentes#mensajes'],
    ['invalid signature', '/preguntas-frecuentes#mensajes'],
    ['jwt expired', '/glosario#expirar'],
    ['secretOrPrivateKey must have a value', '/preguntas-frecuentes#mensajes'],
    ['laboratorio', '/#tres-formas-de-usarlo'],
    ['sin instalar', '/#tres-formas-de-usarlo'],
    ['resolver en la página', '/#tres-formas-de-usarlo'],
    ['mesa', '/#tres-formas-de-usarlo'],
    ['localStorage', '/preguntas-frecuentes#donde-guardarlo'],
    ['cabecera', '/glosario#encabezado'],
    ['petición', '/glosario#solicitud'],
    ['guard', '/glosario#guardia'],
  ])('finds «%s» among the first three', (typed, section) => {
    expect(found(typed)).toContain(section)
  })

  test('leads each synonym to a section that exists, and shows it there', () => {
    const lost = Object.entries(SYNONYMS).flatMap(([section, words]) =>
      words.filter((word) => !found(word, SHOWN).includes(section)).map((word) => `${word} → ${section}`),
    )
    expect(lost).toEqual([])
  })

  test('takes no word for another that only begins or sounds like it', () => {
    expect(found('zzzxqw')).toEqual([])
    expect(built.search('cors').flatMap(({ terms }) => terms)).not.toContain('cosa')
  })
})
