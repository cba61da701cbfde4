import { beforeEach, describe, expect, test } from 'vitest'
import { type Draft, Drafts, draftKey, newDraft } from './drafts.ts'

const SLUG = '01-saludos'

let kept: Map<string, string>
let storage: { getItem: (key: string) => string | null; setItem: (key: string, text: string) => void }
let here: Drafts
let there: Drafts

beforeEach(() => {
  kept = new Map()
  storage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) }
  here = new Drafts(storage)
  there = new Drafts(storage)
})

describe('Drafts', () => {
  test('gives back what it keeps, in another visit', () => {
    const whole: Draft = {
      text: 'a',
      previous: 'b',
      failures: 2,
      hints: { saludar: { rung: 1, failures: 0 } },
    }
    expect(here.save(SLUG, whole)).toBe('saved')
    expect(there.read(SLUG)).toEqual(whole)
    expect(there.read('02-otra')).toBeUndefined()
  })

  test('does not write over what another tab wrote', () => {
    here.save(SLUG, newDraft('mine'))
    there.read(SLUG)
    there.save(SLUG, newDraft('theirs'))
    expect(here.save(SLUG, newDraft('mine, longer'))).toBe('foreign')
    expect(there.read(SLUG)?.text).toBe('theirs')
  })

  test('nor over what another tab wrote while this one had nothing', () => {
    here.read(SLUG)
    there.save(SLUG, newDraft('theirs'))
    expect(here.isForeign(SLUG, 'mine')).toBe(true)
    expect(here.save(SLUG, newDraft('mine'))).toBe('foreign')
  })

  test('writes again once it has read the other text', () => {
    there.save(SLUG, newDraft('theirs'))
    here.read(SLUG)
    expect(here.save(SLUG, newDraft('mine'))).toBe('saved')
  })

  test('does not mind that the other tab wrote the same', () => {
    there.save(SLUG, newDraft('same'))
    expect(here.isForeign(SLUG, 'same')).toBe(false)
    expect(here.save(SLUG, newDraft('same'))).toBe('saved')
  })

  test('does not mind that what it kept was deleted', () => {
    here.save(SLUG, newDraft('mine'))
    kept.clear()
    expect(here.save(SLUG, newDraft('mine, longer'))).toBe('saved')
  })

  test.each(['', 'null', '{"text":1}', '{', '[]'])('takes %j for nothing', (text) => {
    kept.set(draftKey(SLUG), text)
    expect(here.read(SLUG)).toBeUndefined()
  })

  test('passes over what is damaged in a draft', () => {
    kept.set(
      draftKey(SLUG),
      '{"text":"a","previous":1,"failures":"x","hints":{"saludar":{"rung":"1"},"otra":7}}',
    )
    expect(here.read(SLUG)).toEqual({ text: 'a', previous: undefined, failures: 0, hints: {} })
  })

  test('says so if the browser keeps nothing', () => {
    const full = new Drafts({
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
    })
    expect([full, new Drafts(undefined)].map((drafts) => drafts.save(SLUG, newDraft('a')))).toEqual([
      'refused',
      'refused',
    ])
  })
})
