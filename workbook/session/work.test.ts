import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { fakeLesson } from '../proof/support/fake-lesson.ts'
import { Work } from './work.ts'

// What is proved is when a run is made and whether it is told: these only read the file, and end when asked to.
vi.mock('../runner/learner-runner.ts', () => ({
  createRunner: () => ({ run: () => run(), close: () => {} }),
}))
vi.mock('./server-keeper.ts', () => ({
  ServerKeeper: class {
    rest() {}
    renew() {}
    close() {}
  },
}))

let file: string
let checks: number
/** What each run has read. */
let reads: string[]
/** What the runs that were told had read, and which files were said to be saved. */
let told: { text: string | undefined; changed: readonly string[] }[]
let read: () => string
let end: () => void
let run: () => Promise<unknown>

const checked = (times: number) => vi.waitFor(() => expect(checks).toBe(times), 5000)
const begun = (times: number) => vi.waitFor(() => expect(reads).toHaveLength(times), 5000)
const toldOf = (times: number) => vi.waitFor(() => expect(told).toHaveLength(times), 5000)

beforeEach(async () => {
  const lesson = fakeLesson({ exercise: 'uno' })
  file = lesson.exercise
  checks = 0
  reads = []
  told = []
  read = () => readFileSync(file, 'utf8')
  run = async () => {
    reads.push(read())
    await new Promise<void>((resolve) => {
      end = resolve
    })
    return [{ lesson, passed: true, problems: [], tests: [], duration: 1 }]
  }
  const deaf = () => {}
  const work = new Work(
    { lessons: [lesson], allMine: false },
    {
      onCheck: () => void checks++,
      onResults: (_results, changed) => void told.push({ text: reads.at(-1), changed }),
      onTrouble: deaf,
      onServer: deaf,
      onToken: deaf,
    },
  )
  onTestFinished(() => work.close())
  await begun(1)
})

test('tells of the first run and of each save', async () => {
  end()
  await toldOf(1)
  writeFileSync(file, 'dos')
  await begun(2)
  end()
  await toldOf(2)
  expect(told).toEqual([
    { text: 'uno', changed: [] },
    { text: 'dos', changed: [file] },
  ])
})

test('makes one run more, however often somebody saves while one goes on, and tells only of that', async () => {
  writeFileSync(file, 'dos')
  await checked(2)
  writeFileSync(file, 'tres')
  await checked(3)
  end()
  await begun(2)
  end()
  await toldOf(1)
  expect(reads).toEqual(['uno', 'tres'])
  expect(told).toEqual([{ text: 'tres', changed: [file] }])
})

test('tells of what was left in the file and not of what was there for a moment', async () => {
  end()
  await toldOf(1)
  const readNow = read
  read = () => {
    writeFileSync(file, 'a medias')
    const text = readNow()
    writeFileSync(file, 'dos')
    return text
  }
  writeFileSync(file, 'dos')
  await begun(2)
  read = readNow
  end()
  await begun(3)
  end()
  await toldOf(2)
  expect(reads).toEqual(['uno', 'a medias', 'dos'])
  expect(told[1]).toEqual({ text: 'dos', changed: [file] })
})
