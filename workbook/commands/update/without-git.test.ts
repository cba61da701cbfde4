import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { deriveStub } from '../../curriculum/stub.ts'
import { listCopies } from '../../learner/copies.ts'
import { MANIFEST, SOLUTION } from '../../proof/support/fake-lesson.ts'
import { tempFolder } from '../../proof/support/temp-folder.ts'
import { CannotUpdate } from './git.ts'
import { TEXTS } from './texts.ts'
import { bring, updateFromNpm } from './without-git.ts'

const ONE = 'lessons/01-saludos/saludos.ts'
const OLD = {
  'package.json': '{ "name": "cuaderno-jwt", "version": "1.0.0" }\n',
  'package-lock.json': '{}\n',
  'README.md': 'Cuaderno\n',
  [ONE]: deriveStub(SOLUTION),
  'solutions/01-saludos/saludos.ts': SOLUTION,
}
const NEW_START = {
  [ONE]: deriveStub(`// Otra.\n${SOLUTION}`),
  'solutions/01-saludos/saludos.ts': `// Otra.\n${SOLUTION}`,
}

type Texts = Readonly<Record<string, string | undefined>>

let base: string

beforeEach(() => {
  base = tempFolder()
  write('old', OLD)
  write('here', OLD)
})

const read = (path: string, side = 'here') => {
  const file = join(base, side, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function write(side: string, texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) {
    const file = join(base, side, path)
    mkdirSync(dirname(file), { recursive: true })
    if (text === undefined) rmSync(file)
    else writeFileSync(file, text)
  }
}

const lessons = () => {
  const folder = join(base, 'here', 'lessons', '01-saludos')
  const [exercise, solution] = [ONE, ONE.replace('lessons', 'solutions')].map((path) =>
    join(base, 'here', path),
  )
  const spec = join(folder, 'saludos.test.ts')
  return [
    {
      number: 1,
      slug: '01-saludos',
      part: 'book',
      manifest: MANIFEST,
      folder,
      spec,
      exercise,
      solution,
    } as never,
  ]
}
const copies = () => join(base, 'copias')

/** Brings what was there with these changes. */
function bringNew(changes: Texts) {
  write('next', { ...OLD, 'package.json': '{ "version": "1.1.0" }\n' })
  write('next', changes)
  const versions = { old: join(base, 'old'), next: join(base, 'next') }
  return bring(versions, lessons(), join(base, 'here'), copies())
}

test('brings what is new, takes away what is gone and tells which', () => {
  const { files, edited } = bringNew({ ...NEW_START, 'README.md': undefined, 'docs/nueva.md': 'Página\n' })
  expect(files).toEqual(
    new Map([
      ['README.md', 'D'],
      [ONE, 'M'],
      ['solutions/01-saludos/saludos.ts', 'M'],
      ['package.json', 'M'],
      ['docs/nueva.md', 'A'],
    ]),
  )
  expect([read('README.md'), read('docs/nueva.md'), read(ONE)]).toEqual([
    undefined,
    'Página\n',
    NEW_START[ONE],
  ])
  expect([edited, read('package.json')]).toEqual([[], '{ "version": "1.1.0" }\n'])
})

test('leaves an exercise with work as it is, and keeps a copy', () => {
  write('here', { [ONE]: 'lo mío\r\n' })
  expect(bringNew(NEW_START).edited.map(({ number }) => number)).toEqual([1])
  expect(read(ONE)).toBe('lo mío\r\n')
  expect(listCopies('01-saludos', copies()).map(({ reason }) => reason)).toEqual(['actualizada'])
})

test('leaves only the copy of an exercise that is no longer in the workbook', () => {
  write('here', { [ONE]: 'lo mío' })
  bringNew({ [ONE]: undefined })
  expect([read(ONE), listCopies('01-saludos', copies()).length]).toEqual([undefined, 1])
})

test.each([
  ['saved with CRLF', { 'README.md': 'Cuaderno\r\n' }],
  ['that npm rewrote', { 'package-lock.json': '{ "de": "npm" }\n' }],
  ['that is missing', { 'README.md': undefined }],
  ['of an update that was cut', { 'README.md': 'Nuevo\n', 'docs/nueva.md': 'Página\n' }],
])('takes the place of a file %s', (_what, here) => {
  write('here', here)
  bringNew({ 'README.md': 'Nuevo\n', 'docs/nueva.md': 'Página\n', 'package-lock.json': '{ "nuevo": 1 }\n' })
  expect([read('README.md'), read('package-lock.json')]).toEqual(['Nuevo\n', '{ "nuevo": 1 }\n'])
})

test.each([
  ['edited', { 'README.md': 'mío\n' }, TEXTS.editedInFolder(['README.md'])],
  ['that would be replaced', { 'docs/nueva.md': 'mía\n' }, TEXTS.inTheWay(['docs/nueva.md'])],
])('changes nothing if there is a file %s', (_what, here, sentence) => {
  write('here', { ...here, [ONE]: 'lo mío' })
  const bringing = () => bringNew({ ...NEW_START, 'docs/nueva.md': 'Página\n' })
  expect(bringing).toThrow(new CannotUpdate(sentence))
  expect([read('package.json'), read(ONE), listCopies(undefined, copies())]).toEqual([
    OLD['package.json'],
    'lo mío',
    [],
  ])
})

test('says what npm says if nobody answers', async () => {
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9')
  vi.stubEnv('npm_config_cache', join(base, 'cache'))
  const asked = updateFromNpm(lessons(), join(base, 'here'), copies())
  await expect(asked).rejects.toThrow(new CannotUpdate(TEXTS.unreachable('npm', 'ECONNREFUSED')))
  vi.unstubAllEnvs()
})

test('says that there is no npm', async () => {
  for (const name of ['PATH', 'Path', 'npm_execpath']) vi.stubEnv(name, name === 'npm_execpath' ? '' : base)
  const asked = updateFromNpm(lessons(), join(base, 'here'), copies())
  await expect(asked).rejects.toThrow(new CannotUpdate(TEXTS.noNpm))
  vi.unstubAllEnvs()
})
