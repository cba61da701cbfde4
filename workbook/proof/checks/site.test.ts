import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'
import type { checkLinks } from './site.ts'

const PLAIN_THEME = `import { Content } from 'vitepress'
export default { Layout: Content }
`

describe('checkLinks', { timeout: 60_000 }, () => {
  let copy: ProjectCopy
  const check = async () => {
    const outcomes = await copy.evaluate<Awaited<ReturnType<typeof checkLinks>>>(`
      const { checkLinks } = await load('proof/checks/site.ts')
      return checkLinks('built')`)
    return outcomes.filter(({ problem }) => problem)
  }

  beforeAll(async () => {
    copy = await ProjectCopy.create()
    const kept = ['.vitepress', 'sinonimos.json']
    for (const name of readdirSync(join(copy.folder, 'docs')).filter((name) => !kept.includes(name)))
      copy.delete(`docs/${name}`)
    // Most of a build goes into the default theme, which has nothing to do with links.
    copy.write('docs/.vitepress/theme/index.ts', PLAIN_THEME)
    copy.write('docs/otra.md', '# Otra página\n\n## Está aquí\n')
  })
  afterAll(() => copy.remove())

  test('notices a link to a section that is not there, and only that', async () => {
    copy.write('docs/index.md', '# Inicio\n\n[bien](/otra#esta-aqui) y [mal](/otra#no-esta)\n')
    expect(await check()).toEqual([
      { title: 'cada enlace a una sección la encuentra', problem: '/ → /otra#no-esta' },
    ])
  })

  test('notices a link to a page that is not there', async () => {
    copy.write('docs/index.md', '# Inicio\n\n[mal](/no-existe)\n')
    expect(await check()).toEqual([
      {
        title: 'el sitio se construye sin enlaces muertos',
        problem: expect.stringMatching(/dead link/),
      },
    ])
  })
})
