import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../proof/support/project-copy.ts'
import { runApart, type Streams } from '../proof/support/streams.ts'

const FILE = '.cuaderno/informe.html'

const named = (name: string) => ({
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'user.name',
  GIT_CONFIG_VALUE_0: name,
})

let copy: ProjectCopy

beforeAll(async () => {
  copy = await ProjectCopy.create()
})

afterAll(() => copy.remove())

describe('informe', { timeout: 60_000 }, () => {
  let told: Streams
  let html: string

  beforeAll(async () => {
    const hints = { leerDuracion: { rung: 2, failures: 1 } }
    const progress = { '03-expiracion': { failures: 5, hints, time: 12 * 60_000 } }
    mkdirSync(join(copy.folder, '.cuaderno'))
    copy.write('.cuaderno/progreso.json', JSON.stringify(progress))
    copy.solve(1)
    told = await runApart(copy, ['informe'], named('Ana <script>alert("ñ")</script>\u0007'))
    html = copy.read(FILE)
  }, 60_000)

  test('says where the file is, and ends well though lessons are red', () => {
    const shown = join('.cuaderno', 'informe.html')
    const url = pathToFileURL(join(copy.folder, FILE)).href
    expect(told.out).toContain(`Informe escrito en ${shown}: `)
    expect(told.out.trimEnd().split('\n').at(-1)).toBe(url)
    expect([told.code, told.errors]).toEqual([0, ''])
  })

  test('has the eight lessons as they are', () => {
    expect(html.match(/<th scope="row">\d\. /g)).toHaveLength(8)
    expect(html.match(/✓ superada/g)).toHaveLength(1)
    expect(html.match(/✗ por hacer/g)).toHaveLength(7)
    expect(html).toContain('1 de 8 lecciones superadas')
    expect(html).toMatch(/Lección 3 · .*Aún falta el TODO 1: /)
  })

  test('has what is remembered of a lesson', () => {
    const row = html.match(/<th scope="row">3\. [\s\S]*?<\/tr>/)?.[0] ?? ''
    const cells = [...row.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) =>
      cell.replace(/<[^>]+>/g, ' ').trim(),
    )
    expect(cells.map((cell) => cell.replace(/ +/g, ' '))).toEqual([
      '✗ por hacer',
      expect.stringMatching(/^0 de \d+$/),
      '5',
      '2 de 9 leerDuracion: 2',
      '12 min',
      'aún no',
    ])
  })

  test('shows the name that Git knows, and lets it be nothing but a name', () => {
    expect(html).toContain('<bdi>Ana &lt;script&gt;alert(&quot;ñ&quot;)&lt;/script&gt;</bdi>')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('\u0007')
  })

  test('takes note of what is solved, and does not count as an attempt', () => {
    const progress = JSON.parse(copy.read('.cuaderno/progreso.json'))
    expect(progress['01-generar-el-token'].done).toBe(true)
    expect(progress['03-expiracion'].failures).toBe(5)
  })
})

describe('informe, with something behind it', { timeout: 60_000 }, () => {
  test('refuses it in one sentence and writes nothing', async () => {
    mkdirSync(join(copy.folder, '.cuaderno'), { recursive: true })
    copy.write(FILE, 'el de antes')
    expect(await runApart(copy, ['informe', '--abre'])).toEqual({
      code: 1,
      out: '',
      errors: 'El informe es de todas las lecciones: quita «--abre»\n',
    })
    expect(copy.read(FILE)).toBe('el de antes')
  })
})
