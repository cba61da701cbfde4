import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TEXTS as UPDATE } from '../../commands/update/texts.ts'
import { loadLesson } from '../../curriculum/lessons.ts'
import { ROOT } from '../../curriculum/paths.ts'
import { LocalRegistry } from '../support/local-registry.ts'
import { ownEnv } from '../support/project-copy.ts'
import { makeFolder, removeFolder } from '../support/temp-folder.ts'
import { packCreator, workbookFiles } from './pack.ts'

const run = promisify(execFile)

const NAME = 'mi cuaderno de autenticación'
const [EXERCISE, SOLUTION] = ['lessons', 'solutions'].map(
  (side) => `${side}/03-expiracion/expiracion.ts`,
) as [string, string]

// From the package to a copy in which a learner works: the tests go in this order.
describe('npm create cuaderno-jwt', { timeout: 180_000 }, () => {
  const base = makeFolder()
  const folder = join(base, NAME)
  let registry: LocalRegistry
  let files: Map<string, string | Uint8Array>

  beforeAll(async () => {
    registry = await LocalRegistry.open()
    files = await workbookFiles()
    registry.publish(await packCreator(files, base))
  }, 120_000)

  afterAll(() => {
    registry.close()
    removeFolder(base)
  }, 120_000)

  /** What npm prints, in either stream, and whether it ended well. */
  async function npm(cwd: string, ...args: string[]): Promise<{ ok: boolean; output: string }> {
    const env = { ...ownEnv(), npm_config_registry: registry.url, npm_config_cache: join(base, 'caché') }
    // npm is a script on Windows, which only a shell starts: not with a name that it would take apart.
    const shell = process.platform === 'win32'
    const words = shell ? args.map((arg) => (/[^\w:./@-]/.test(arg) ? `"${arg}"` : arg)) : args
    const running = run('npm', words, { cwd, env, shell })
    const ended = await running.then(
      (printed) => ({ ok: true, ...printed }),
      (error) => ({ ok: false, ...(error as { stdout: string; stderr: string }) }),
    )
    return { ok: ended.ok, output: ended.stdout + ended.stderr }
  }

  const create = (...names: string[]) => npm(base, 'create', '--yes', 'cuaderno-jwt', ...names)
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')

  test('unpacks what git knows of the workbook, but for what is of its repository', async () => {
    const { ok, output } = await create(NAME)
    expect([ok, output]).toEqual([
      true,
      expect.stringContaining(`cd "${NAME}"\n  npm install\n  npm start\n`),
    ])
    const unpacked = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
    expect(unpacked.sort()).toEqual([...files.keys()].sort())
    for (const path of ['.gitignore', 'package-lock.json', 'docs/public/compartir.png']) {
      expect(readFileSync(join(folder, path)).equals(readFileSync(join(ROOT, path)))).toBe(true)
    }
  })

  test('brings nothing of the repository, and every exercise to be done', () => {
    expect(['.git', '.github', '.ci'].filter((name) => existsSync(join(folder, name)))).toEqual([])
    expect(read(EXERCISE)).toContain('TODO')
  })

  test('does not touch a folder with something in it', async () => {
    writeFileSync(join(base, 'notas.txt'), 'mías')
    for (const name of [NAME, 'notas.txt']) {
      const { ok, output } = await create(name)
      expect([ok, output]).toEqual([
        false,
        expect.stringContaining(
          `Ya existe «${name}» y no está vacía, así que no se ha tocado: elige otro nombre`,
        ),
      ])
    }
  })

  test('takes an empty folder, and the one where it is', async () => {
    const here = join(base, 'vacía')
    mkdirSync(here)
    const { ok, output } = await npm(here, 'create', '--yes', 'cuaderno-jwt', '.')
    expect([ok, output.includes('cd '), existsSync(join(here, '.gitignore'))]).toEqual([true, false, true])
  })

  test.each([
    ['two words without quotes', ['mi', 'cuaderno'], 'npm create cuaderno-jwt "mi cuaderno"'],
    ['a sign that ends an address', ['cuaderno#1'], 'en una carpeta con «#» o «?» en su ruta'],
  ])('says what is wrong with %s', async (_what, names, sentence) => {
    const { ok, output } = await create(...names)
    expect([ok, output]).toEqual([false, expect.stringContaining(sentence)])
  })

  test('works there', async () => {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
    const red = await npm(folder, 'run', 'check', '1')
    expect([red.ok, red.output]).toEqual([false, expect.stringContaining('TODO')])
    const { exercise, solution } = await loadLesson(1)
    writeFileSync(join(folder, exercise.slice(ROOT.length)), readFileSync(solution))
    expect((await npm(folder, 'run', 'check', '1')).ok).toBe(true)
  })

  test('is updated there, without Git', async () => {
    expect((await npm(folder, 'run', '--silent', 'actualizar')).output).toBe(`${UPDATE.upToDate}\n`)
    writeFileSync(join(folder, EXERCISE), 'lo mío')
    const newer = new Map(files)
    newer.set(
      'package.json',
      String(files.get('package.json')).replace(/"version": "[^"]+"/, '"version": "10.0.0"'),
    )
    newer.set(SOLUTION, `// Otra.\n${files.get(SOLUTION)}`)
    newer.set(EXERCISE, `// Otra.\n${files.get(EXERCISE)}`)
    newer.delete('CHANGELOG.md')
    registry.publish(await packCreator(newer, base))
    expect((await npm(folder, 'run', '--silent', 'actualizar')).output).toBe(
      `${[UPDATE.updated(4), UPDATE.kept, UPDATE.newStartHere(3)].join('\n')}\n`,
    )
    expect([read(EXERCISE), read(SOLUTION)]).toEqual(['lo mío', newer.get(SOLUTION)])
    expect([existsSync(join(folder, 'CHANGELOG.md')), JSON.parse(read('package.json')).version]).toEqual([
      false,
      '10.0.0',
    ])
    expect((await npm(folder, 'run', '--silent', 'actualizar')).output).toBe(`${UPDATE.upToDate}\n`)
  })
})
