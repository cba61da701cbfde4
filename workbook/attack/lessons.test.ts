import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { AlmacenEnMemoria } from '../../lessons/comun/almacen-en-memoria.ts'
import { AlmacenSqlite } from '../../lessons/comun/almacen-sqlite.ts'
import { lessonsOf } from '../curriculum/lesson.ts'
import { attackApp, LESSONS, loadApp } from '../proof/support/attacked-app.ts'
import { makeFolder, removeFolder } from '../proof/support/temp-folder.ts'
import type { Family } from './attack.ts'
import { FAMILIES } from './families/all.ts'
import { allResults } from './score.ts'

const folder = makeFolder()
afterAll(() => removeFolder(folder))

const STORES = {
  memory: () => new AlmacenEnMemoria(),
  sqlite: (lesson: number) => new AlmacenSqlite(join(folder, `${lesson}.db`)),
}

/** Each part ends with the app that has all its modules: that one is attacked with everything, and in both stores. */
const ends = (['book', 'extension'] as const).map((part) => lessonsOf(part, LESSONS).at(-1))
const raids = LESSONS.flatMap((lesson) => {
  const { number } = lesson
  if (!ends.includes(lesson)) return [{ lesson, number, store: 'memory' as const, families: ownOf(number) }]
  return (['memory', 'sqlite'] as const).map((store) => ({ lesson, number, store, families: FAMILIES }))
})

/** The attacks that a lesson is the first to prevent. */
function ownOf(number: number): Family[] {
  return FAMILIES.map(({ attacks, ...family }) => ({
    ...family,
    attacks: attacks.filter(({ lesson }) => lesson === number),
  }))
}

describe('a solution', () => {
  test.concurrent.each(raids)('holds all: lesson $number, $store', async ({ lesson, store, families }) => {
    const app = await loadApp(lesson, readFileSync(lesson.solution, 'utf8'), folder)
    const results = allResults(await attackApp(app, lesson, families, STORES[store](lesson.number)))
    const not = results.filter(({ verdict }) => verdict === 'in' || verdict === 'unclear')
    expect(not.map(({ attack, why, answer }) => [attack.title, why, answer?.status])).toEqual([])
    expect(results.filter(({ verdict }) => verdict === 'held').length).toBeGreaterThan(5)
    // Nothing is lacking of a lesson's own app but a public key, before it has one.
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
    const attacked = new Set(attacks.map(({ lesson }) => lesson))
    const missing = LESSONS.filter(({ number }) => !attacked.has(number)).map(({ slug }) => slug)
    // What the last one prevents takes two servers to see.
    expect(missing).toEqual(LESSONS.filter(({ number }) => number === 12).map(({ slug }) => slug))
  })
})
