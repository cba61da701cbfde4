import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { tempFolder } from '../proof/support/temp-folder.ts'
import { type Watch, watchFiles } from './watch.ts'

let folder: string
let file: string
let calls: string[][]

beforeEach(() => {
  folder = tempFolder()
  file = join(folder, 'token.ts')
  writeFileSync(file, 'uno')
  calls = []
})

function watching(files = [file], onChange = (changed: string[]) => void calls.push(changed)): Watch {
  const watch = watchFiles(files, onChange)
  onTestFinished(watch.stop)
  return watch
}

const called = (times: number) => vi.waitFor(() => expect(calls).toHaveLength(times), 5000)

/** Changes another watched file and waits to be told, so that what came before was told too. */
async function settled(other: string): Promise<void> {
  const before = calls.length
  writeFileSync(other, `${Math.random()}`)
  await vi.waitFor(() => expect(calls.slice(before).flat()).toContain(other), 5000)
}

describe('watchFiles', () => {
  test('tells which file changed', async () => {
    watching()
    writeFileSync(file, 'dos')
    await called(1)
    expect(calls).toEqual([[file]])
  })

  test('tells of a save that replaces the file by another', async () => {
    watching()
    writeFileSync(join(folder, 'token.ts.tmp'), 'dos')
    renameSync(join(folder, 'token.ts.tmp'), file)
    await called(1)
    writeFileSync(file, 'tres')
    await called(2)
    expect(calls).toEqual([[file], [file]])
  })

  test('tells once of a save that is several events', async () => {
    const other = join(tempFolder(), 'otro.ts')
    watching([file, other])
    writeFileSync(file, '')
    await setTimeout(3)
    writeFileSync(file, 'dos')
    await called(1)
    await settled(other)
    expect(calls).toEqual([[file], [other]])
  })

  test('does not take what is seen in the middle of a save for a text', async () => {
    const texts: string[] = []
    watching([file], () => void texts.push(readFileSync(file, 'utf8')))
    writeFileSync(file, 'dos')
    await setTimeout(5)
    const late = performance.now() + 20
    while (performance.now() < late);
    const saving = openSync(file, 'w')
    setImmediate(() => {
      writeSync(saving, 'tres')
      closeSync(saving)
    })
    await vi.waitFor(() => expect(texts).toContain('tres'), 5000)
    expect(texts).not.toContain('')
  })

  test('says nothing of a save that changes nothing', async () => {
    const other = join(tempFolder(), 'otro.ts')
    watching([file, other])
    writeFileSync(file, 'uno')
    await settled(other)
    expect(calls).toEqual([[other]])
  })

  test('tells again of a file that was another one for a moment, if somebody read it then', async () => {
    const watch = watching()
    writeFileSync(file, 'dos')
    await called(1)
    expect(watch.movedOn()).toBe(false)
    writeFileSync(file, 'tres')
    expect(watch.movedOn()).toBe(true)
    writeFileSync(file, 'dos')
    await called(2)
    expect(calls).toEqual([[file], [file]])
    expect(watch.movedOn()).toBe(false)
  })

  test('says nothing of other files in the folder', async () => {
    const other = join(tempFolder(), 'otro.ts')
    watching([file, other])
    writeFileSync(join(folder, 'vecino.ts'), 'dos')
    await settled(other)
    expect(calls).toEqual([[other]])
  })

  test('tells of a file that is deleted, and of one that comes back as it was', async () => {
    watching()
    rmSync(file)
    await called(1)
    writeFileSync(file, 'uno')
    await called(2)
    expect(calls).toEqual([[file], [file]])
  })

  test('tells together of two files that are saved at once', async () => {
    const other = join(folder, 'guardia.ts')
    writeFileSync(other, 'uno')
    watching([file, other])
    writeFileSync(file, 'dos')
    writeFileSync(other, 'dos')
    await called(1)
    expect(calls).toEqual([[file, other]])
  })

  test('says nothing more once it is stopped', async () => {
    watching().stop()
    const later: string[][] = []
    watching([file], (changed) => void later.push(changed))
    writeFileSync(file, 'dos')
    await vi.waitFor(() => expect(later).toHaveLength(1), 5000)
    expect(calls).toEqual([])
  })
})
