import { expect, test } from 'vitest'
import { renderPage } from '../../../workbook/proof/support/site-markdown.ts'

test('the link of a heading is named in Spanish', async () => {
  expect(await renderPage('## La `idea`')).toContain('aria-label="Enlace a «La idea»"')
})

test('other links are left alone', async () => {
  expect(await renderPage('[Permalink to “x”](/glosario)')).not.toContain('aria-label')
})
