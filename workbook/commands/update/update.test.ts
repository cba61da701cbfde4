import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { listCopies } from '../../learner/copies.ts'
import { exercisePath, newStart, PublishedWorkbook } from '../../proof/support/published-workbook.ts'
import { CannotUpdate } from './git.ts'
import { TEXTS } from './texts.ts'
import { updateWorkbook } from './update.ts'

const ONE = exercisePath(1)
const TWO = exercisePath(2)
const NEW_START = newStart(1)

let workbook: PublishedWorkbook

beforeEach(() => {
  workbook = new PublishedWorkbook()
})

afterEach(() => {
  vi.unstubAllEnvs()
})

const update = (root = workbook.clone) => updateWorkbook(workbook.lessons, root, workbook.copies)
const copiesOf = (slug?: string) =>
  listCopies(slug, workbook.copies).map(({ path, reason }) => [reason, readFileSync(path, 'utf8')])

/** The sentence with which an update refuses; nothing of the learner's may have changed. */
async function refusal(): Promise<string> {
  const before = [workbook.heads().clone, workbook.read(ONE), workbook.read('README.md')]
  const error: unknown = await update().catch((error) => error)
  expect([workbook.heads().clone, workbook.read(ONE), workbook.read('README.md')]).toEqual(before)
  expect(error).toBeInstanceOf(CannotUpdate)
  return (error as Error).message
}

describe('updateWorkbook, when it can', { timeout: 30_000 }, () => {
  test('does nothing if there is nothing new', async () => {
    workbook.edit({ [ONE]: 'lo mío' })
    expect([await update(), copiesOf()]).toEqual([undefined, []])
  })

  test('brings what is new and the new starting files of exercises without work', async () => {
    workbook.publish({ ...NEW_START, 'README.md': 'Nuevo\n', 'docs/nueva.md': 'Página\n' })
    const done = await update()
    expect(workbook.heads().clone).toBe(workbook.heads().origin)
    expect([workbook.read('README.md'), workbook.read('docs/nueva.md')]).toEqual(['Nuevo\n', 'Página\n'])
    expect([workbook.read(ONE), done?.edited, copiesOf()]).toEqual([NEW_START[ONE], [], []])
  })

  test('leaves an exercise with work as it is, and keeps a copy, if its starting file changes', async () => {
    workbook.edit({ [ONE]: 'lo mío' })
    workbook.publish({ ...NEW_START, 'README.md': 'Nuevo\n' })
    const done = await update()
    expect([workbook.read(ONE), workbook.read('README.md')]).toEqual(['lo mío', 'Nuevo\n'])
    expect([done?.edited.map(({ number }) => number), done?.files.get(ONE)]).toEqual([[1], 'M'])
    expect(copiesOf('01-saludos')).toEqual([['actualizada', 'lo mío']])
    expect(workbook.git('show', `HEAD:${ONE}`)).toBe(NEW_START[ONE])
  })

  test('leaves it as it is also if its starting file does not change', async () => {
    workbook.edit({ [TWO]: 'lo mío' })
    workbook.publish(NEW_START)
    const done = await update()
    expect([workbook.read(ONE), workbook.read(TWO)]).toEqual([NEW_START[ONE], 'lo mío'])
    expect([done?.files.has(TWO), copiesOf('02-otros-saludos')]).toEqual([false, [['actualizada', 'lo mío']]])
  })

  test.each([
    ['BOM, CRLF and bytes that are no text', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0xff])],
    ['nothing', Buffer.alloc(0)],
  ])('leaves every byte of it: %s', async (_what, bytes) => {
    writeFileSync(join(workbook.clone, ONE), bytes)
    workbook.publish(NEW_START)
    await update()
    expect(readFileSync(join(workbook.clone, ONE)).equals(bytes)).toBe(true)
  })

  test('leaves the starting file that an editor saved with CRLF, which git takes for the same', async () => {
    const text = workbook.read(ONE)?.replaceAll('\n', '\r\n') ?? ''
    workbook.edit({ [ONE]: text })
    workbook.publish(NEW_START)
    await update()
    expect(workbook.read(ONE)).toBe(text)
  })

  test('leaves it as it is also if it was added to the index', async () => {
    workbook.edit({ [ONE]: 'lo mío' })
    workbook.git('add', ONE)
    workbook.publish(NEW_START)
    await update()
    expect(workbook.read(ONE)).toBe('lo mío')
  })

  test('puts back an exercise that was deleted if its starting file changes', async () => {
    workbook.edit({ [ONE]: undefined })
    workbook.publish(NEW_START)
    await update()
    expect(workbook.read(ONE)).toBe(NEW_START[ONE])
  })

  test('leaves only the copy of an exercise that is no longer in the workbook', async () => {
    workbook.edit({ [ONE]: 'lo mío' })
    workbook.publish({ [ONE]: undefined })
    const done = await update()
    expect([workbook.read(ONE), done?.files.get(ONE)]).toEqual([undefined, 'D'])
    expect(copiesOf('01-saludos')).toEqual([['actualizada', 'lo mío']])
  })

  test('takes a lockfile that npm rewrote for one that nobody edited', async () => {
    workbook.edit({ 'package-lock.json': '{ "de": "npm" }\n' })
    workbook.publish({ 'package-lock.json': '{ "nuevo": 1 }\n' })
    expect((await update())?.files.has('package-lock.json')).toBe(true)
    expect(workbook.read('package-lock.json')).toBe('{ "nuevo": 1 }\n')
  })

  test('takes a given file that an editor saved with CRLF for one that nobody edited', async () => {
    workbook.edit({ 'README.md': 'Cuaderno\r\n' })
    workbook.publish({ 'README.md': 'Nuevo\n' })
    await update()
    expect(workbook.read('README.md')).toBe('Nuevo\n')
  })

  test('does nothing if only the clone has something new', async () => {
    workbook.edit({ 'README.md': 'mío' })
    workbook.commit()
    expect(await update()).toBeUndefined()
  })

  test('updates twice in a row', async () => {
    workbook.edit({ [ONE]: 'lo mío' })
    workbook.publish(NEW_START)
    await update()
    workbook.publish({ ...newStart(1, '// Otra más.\n'), 'README.md': 'Nuevo\n' })
    await update()
    expect([workbook.read(ONE), workbook.read('README.md')]).toEqual(['lo mío', 'Nuevo\n'])
    expect(copiesOf('01-saludos')).toHaveLength(1)
  })

  test('works on its own folder even if a hook of another repository runs it', async () => {
    workbook.publish({ 'README.md': 'Nuevo\n' })
    vi.stubEnv('GIT_DIR', join(workbook.origin, '.git'))
    await update()
    expect(workbook.read('README.md')).toBe('Nuevo\n')
  })
})

describe('updateWorkbook, when it cannot', { timeout: 30_000 }, () => {
  beforeEach(() => {
    workbook.edit({ [ONE]: 'lo mío' })
  })

  test('says which given files are edited', async () => {
    workbook.edit({ 'README.md': 'mío', 'lessons/01-saludos/app.ts': 'no es de Git' })
    workbook.publish(NEW_START)
    expect(await refusal()).toBe(TEXTS.edited(['README.md']))
    expect(copiesOf()).toEqual([])
  })

  test('says which new files would replace one of the learner', async () => {
    workbook.edit({ 'docs/nueva.md': 'mía' })
    workbook.publish({ 'docs/nueva.md': 'Página\n', 'docs/otra.md': 'Otra\n' })
    expect(await refusal()).toBe(TEXTS.inTheWay(['docs/nueva.md']))
    expect(workbook.read('docs/nueva.md')).toBe('mía')
  })

  test.each([1, 2])('says that the learner has commits of their own: %i', async (commits) => {
    for (let commit = 1; commit <= commits; commit += 1) {
      workbook.edit({ 'apuntes.md': `apunte ${commit}` })
      workbook.git('add', 'apuntes.md')
      workbook.commit()
    }
    workbook.publish(NEW_START)
    expect(await refusal()).toBe(TEXTS.diverged(commits))
  })

  test('says that there is no git', async () => {
    vi.stubEnv('PATH', workbook.clone)
    vi.stubEnv('Path', workbook.clone)
    await expect(update()).rejects.toThrow(new CannotUpdate(TEXTS.noGit))
  })

  test.each([
    ['another branch', ['checkout', '--quiet', '-b', 'mia']],
    ['no branch', ['checkout', '--quiet', '--detach']],
  ])('says that what is checked out follows nothing: %s', async (_what, args) => {
    workbook.git(...args)
    expect(await refusal()).toBe(TEXTS.noUpstream)
  })

  test('says what git says if the original cannot be reached', async () => {
    workbook.unpublish()
    await expect(update()).rejects.toThrow(/^No se ha podido consultar la versión nueva: .*original.*\)$/)
    expect(workbook.read(ONE)).toBe('lo mío')
  })

  test('puts the texts back if git stops half way', async () => {
    // Git finds out later than we do that a file stands where a folder should be.
    workbook.edit({ nueva: 'mía' })
    workbook.publish({ ...NEW_START, 'nueva/pagina.md': 'Página\n' })
    expect(await refusal()).toMatch(/^La actualización no ha llegado al final; tus ejercicios están/)
    expect([workbook.read(ONE), workbook.read('nueva')]).toEqual(['lo mío', 'mía'])
    expect(copiesOf()).toEqual([['actualizada', 'lo mío']])
  })

  test('leaves the texts alone if git cannot even start', async () => {
    workbook.publish(NEW_START)
    workbook.edit({ '.git/index.lock': '' })
    expect(await refusal()).toContain('index.lock')
  })

  test('listens to Ctrl+C again when it ends', async () => {
    workbook.publish(NEW_START)
    const listeners = process.listenerCount('SIGINT')
    await update()
    expect(process.listenerCount('SIGINT')).toBe(listeners)
  })
})
