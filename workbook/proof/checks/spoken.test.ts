import { expect, test } from 'vitest'
import { notInSpanish, spokenTexts } from './spoken.ts'

test('finds labels, tips and hidden texts, each once', () => {
  const html = [
    '<nav aria-label="Menú"><a title="Menú" href="#a">visible</a>',
    '<span class="visually-hidden" id="b">Main Navigation</span><img alt=""></nav>',
  ].join('')
  expect(spokenTexts(html)).toEqual(['Menú', 'Main Navigation'])
})

test('tells English from Spanish, names of code apart', () => {
  const texts = [
    'Sidebar Navigation',
    'Pager',
    'Menu',
    'Enlace a «Bearer»',
    'Editor de `token.ts`',
    'Volver arriba',
  ]
  expect(notInSpanish(texts)).toEqual(['Sidebar Navigation', 'Pager', 'Menu'])
})
