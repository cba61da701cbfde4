import { describe, expect, test } from 'vitest'
import { UnfinishedRun } from './unfinished-run.ts'

/** A browser: what its tabs keep, and the locks of those that are open. */
function browser() {
  const kept = new Map<string, string>()
  const held: { name: string }[] = []
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const locks = {
    query: async () => ({ held }),
    request: async (name: string, work: () => Promise<void>) => {
      const lock = { name }
      held.push(lock)
      await work()
      held.splice(held.indexOf(lock), 1)
    },
  } as unknown as LockManager
  return {
    open: (tab: string, name = '03-expiracion') => new UnfinishedRun(name, tab, storage, locks),
    /** The browser closes a tab without a word to it. */
    crash: () => void held.splice(0),
  }
}

describe('UnfinishedRun', () => {
  test('says nothing the first time, nor after runs that ended', async () => {
    const { open, crash } = browser()
    const run = open('a')
    expect(await run.wasCut()).toBe(false)
    run.begin()
    run.end()
    crash()
    expect(await open('b').wasCut()).toBe(false)
  })

  test('remembers a run that its tab did not live to end', async () => {
    const { open, crash } = browser()
    open('a').begin()
    crash()
    expect(await open('b').wasCut()).toBe(true)
    expect(await open('c', '04-manejo-de-errores').wasCut()).toBe(false)
  })

  test('forgets it once another run ends', async () => {
    const { open, crash } = browser()
    open('a').begin()
    crash()
    const run = open('b')
    run.begin()
    run.end()
    expect(await run.wasCut()).toBe(false)
  })

  test('does not mind what another tab is running', async () => {
    const { open } = browser()
    const other = open('a')
    other.begin()
    const run = open('b')
    expect(await run.wasCut()).toBe(false)
    run.begin()
    other.end()
    other.close()
    expect(await open('c').wasCut()).toBe(false)
  })

  test('does not take a page that was left for one that was cut', async () => {
    const { open } = browser()
    const run = open('a')
    run.begin()
    run.close()
    expect(await open('b').wasCut()).toBe(false)
  })

  test('says nothing in a browser that keeps nothing or knows no locks', async () => {
    const run = new UnfinishedRun('x', 'a', undefined, undefined)
    run.begin()
    run.end()
    expect(await run.wasCut()).toBe(false)
  })
})
