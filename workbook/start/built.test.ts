import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'

const STAMP = '.cuaderno/motor/stamp.json'
// Said by the TypeScript only, so that who hears it knows that no build was used.
const MARK = 'leído del TypeScript'

describe('the built engine', () => {
  let copy: ProjectCopy

  beforeEach(async () => {
    copy = await ProjectCopy.create()
  })
  afterEach(async () => {
    await copy.remove()
  })

  const folder = () => JSON.parse(copy.read(STAMP)).folder as string
  const list = async () => (await copy.run(['lista'])).output

  /** Makes whatever is built say something of its own. */
  function markBuild(): void {
    const file = `.cuaderno/motor/${folder()}commands/main.js`
    copy.write(file, `console.log('construido')\n${copy.read(file)}`)
  }

  test('is made by the first command and used by the next one', async () => {
    expect(await list()).toContain('0 de 8')
    markBuild()
    const second = await list()
    expect(second).toContain('construido')
    expect(second).toContain('0 de 8')
  })

  test('is not used once a file that it was made from has changed, and is made again', async () => {
    await list()
    markBuild()
    const before = folder()
    const file = 'workbook/session/actions/list.ts'
    copy.write(file, `${copy.read(file)}\nconsole.log('${MARK}')\n`)
    expect(await list()).toContain(MARK)
    expect(folder()).not.toBe(before)
    expect(await list()).toContain(MARK)
  })

  test.each([
    ['damaged', (path: string) => writeFileSync(path, '{')],
    [
      'of another folder',
      (path: string) => writeFileSync(path, '{"root":"/otra/","folder":"x/","files":{}}'),
    ],
    ['gone', (path: string) => rmSync(path)],
  ])('is not missed if its stamp is %s', async (_what, spoil) => {
    await list()
    markBuild()
    spoil(join(copy.folder, STAMP))
    const output = await list()
    expect(output).toContain('0 de 8')
    expect(output).not.toContain('construido')
  })

  test('is not missed if it cannot be made', async () => {
    writeFileSync(join(copy.folder, '.cuaderno'), 'un archivo donde iba la carpeta')
    expect(await list()).toContain('0 de 8')
  })

  test('asks for the packages if they are gone', async () => {
    await list()
    renameSync(join(copy.folder, 'node_modules'), join(copy.folder, 'apartados'))
    const { code, output } = await copy.run(['check', '1'])
    expect([code, output.trim()]).toEqual([
      1,
      'Faltan los paquetes del cuaderno: ejecuta npm install --include=dev en su carpeta',
    ])
  })

  test('is kept for a day, for the sessions that began with it', async () => {
    await list()
    const first = folder().split('/')[0] ?? ''
    rmSync(join(copy.folder, STAMP))
    await list()
    expect(existsSync(join(copy.folder, '.cuaderno/motor', first))).toBe(true)
    expect(readdirSync(join(copy.folder, '.cuaderno/motor'))).toHaveLength(3)
  })
})

describe('before anything else', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  beforeAll(async () => {
    copy = await ProjectCopy.create()
  })
  afterAll(() => copy.remove())

  test('an older Node is told to be too old, and gets no option that it does not know', async () => {
    const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`
    const { code, output } = await copy.run(['check', '1'], {
      NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(old)}"`,
    })
    expect([code, output.trim()]).toEqual([
      1,
      'El cuaderno necesita Node 20.19 o posterior y este es el 18.20.4: instala uno nuevo',
    ])
    expect(copy.read('package.json')).not.toContain('--disable-warning')
  })

  // Windows has no such names.
  test.skipIf(process.platform === 'win32').each(['con#almohadilla', 'con?pregunta'])(
    'a folder «%s» is told to have another name',
    async (name) => {
      const folder = join(copy.folder, name)
      cpSync(join(copy.folder, 'workbook'), join(folder, 'workbook'), { recursive: true })
      const { stderr, status } = spawnSync(process.execPath, ['workbook/main.mjs', 'lista'], {
        cwd: folder,
        encoding: 'utf8',
      })
      expect([status, stderr.trim()]).toEqual([
        1,
        `El cuaderno no funciona en una carpeta con «#» o «?» en su ruta: cambia el nombre de ${folder}${sep}`,
      ])
    },
  )
})
