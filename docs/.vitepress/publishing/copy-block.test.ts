import { describe, expect, test } from 'vitest'
import { renderPage } from '../../../workbook/proof/support/site-markdown.ts'
import { copyText } from './copy-block.ts'
import { repositoryOf } from './repository.ts'

const textFor = (repository?: string) => copyText(repositoryOf({}, { repository: repository ?? '' }))

describe('how to get a copy', () => {
  test('gives the command and the file of the repository', () => {
    const text = textFor('ana/cuaderno')
    expect(text).toContain('git clone https://github.com/ana/cuaderno.git cuaderno-jwt')
    expect(text).toContain('(https://github.com/ana/cuaderno/archive/refs/heads/main.zip)')
    expect(text).not.toContain('DIRECCION')
  })

  test('promises no file of a host that it does not know', () => {
    const text = textFor('https://git.ejemplo.org/ana/cuaderno.git')
    expect(text).toContain('git clone https://git.ejemplo.org/ana/cuaderno.git cuaderno-jwt')
    expect(text).not.toContain('ZIP')
  })

  test('says what to do where nobody knows the address', () => {
    expect(textFor()).toContain('pide la dirección del repositorio')
    expect(textFor()).toContain('git clone DIRECCION cuaderno-jwt')
  })
})

test('[[copia]] is a step of its list, with all that it says', async () => {
  const html = await renderPage('1. [[copia]]\n\n2. Después\n')
  expect(html).toMatch(/^<ol>\n<li>.*git.*clone.*<li>\s*<p>Después<\/p>\s*<\/li>\s*<\/ol>\s*$/s)
  expect(html).not.toContain('[[copia]]')
})

test('[[copia]] stands alone, too, and is left alone inside of a line', async () => {
  expect(await renderPage('antes\n\n[[copia]]\n')).toContain('cuaderno-jwt')
  expect(await renderPage('se escribe [[copia]] sola')).toContain('[[copia]]')
})
