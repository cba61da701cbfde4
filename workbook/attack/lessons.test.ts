import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { AlmacenEnMemoria } from '../../lessons/comun/almacen-en-memoria.ts'
import { AlmacenSqlite } from '../../lessons/comun/almacen-sqlite.ts'
import { attackApp, BOOK, loadApp } from '../proof/support/attacked-app.ts'
import { makeFolder, removeFolder } from '../proof/support/temp-folder.ts'
import { FAMILIES } from './families/all.ts'
import { SUBJECTS } from './families/claims.ts'
import { BODIES, CREDENTIALS, ENUMERATION } from './families/login.ts'
import { ROLES } from './families/roles.ts'
import { SESSIONS } from './families/sessions.ts'
import { allResults } from './score.ts'

const folder = makeFolder()
afterAll(() => removeFolder(folder))

const STORES = {
  memory: () => new AlmacenEnMemoria(),
  sqlite: (lesson: number) => new AlmacenSqlite(join(folder, `${lesson}.db`)),
}
/** Those that get as far as the accounts: the rest is refused before, whatever keeps them. */
const OF_ACCOUNTS = [SUBJECTS, SESSIONS, ROLES, CREDENTIALS, BODIES, ENUMERATION]

const last = BOOK.at(-1)
const raids = BOOK.flatMap((lesson) => [
  { lesson, number: lesson.number, store: 'memory' as const, families: FAMILIES },
  {
    lesson,
    number: lesson.number,
    store: 'sqlite' as const,
    families: lesson === last ? FAMILIES : OF_ACCOUNTS,
  },
])

describe('a solution', () => {
  test.concurrent.each(raids)('holds all: lesson $number, $store', async ({ lesson, store, families }) => {
    const app = await loadApp(lesson, readFileSync(lesson.solution, 'utf8'), folder)
    const results = allResults(await attackApp(app, lesson, families, STORES[store](lesson.number)))
    const not = results.filter(({ verdict }) => verdict === 'in' || verdict === 'unclear')
    expect(not.map(({ attack, why, answer }) => [attack.title, why, answer?.status])).toEqual([])
    expect(results.filter(({ verdict }) => verdict === 'held').length).toBeGreaterThan(20)
    // Nothing is lacking of a lesson's own app but a public key, which it has not.
    for (const { need } of results) expect([undefined, 'publicKey']).toContain(need)
  })
})

describe('the attacks', () => {
  const attacks = FAMILIES.flatMap(({ attacks }) => attacks)

  test('are many, each with its own name and its reason', () => {
    expect(attacks.length).toBeGreaterThan(300)
    for (const { attacks } of FAMILIES) {
      const titles = attacks.map(({ title }) => title)
      expect(titles).toEqual([...new Set(titles)])
    }
    expect(attacks.filter(({ reason }) => !/^\S.{10,}\.$/.test(reason)).map(({ title }) => title)).toEqual([])
  })

  test('are of every lesson', () => {
    expect(new Set(attacks.map(({ lesson }) => lesson))).toEqual(new Set(BOOK.map(({ number }) => number)))
  })
})
