import { expect, test } from 'vitest'
import { renderPage } from '../../../workbook/proof/support/site-markdown.ts'

const COMMAND = '```sh\nnpm run lesson 1\n```'

test('folds the commands of a lesson, whole', async () => {
  const html = await renderPage(COMMAND, 'lecciones/01-generar-el-token.md')
  expect(html).toMatch(/^<InTerminal><div class="language-sh[\s\S]*<\/div><\/InTerminal>$/m)
})

test('leaves the code of a lesson and the commands of other pages as they are', async () => {
  expect(await renderPage('```ts\nnpm\n```', 'lecciones/01-generar-el-token.md')).not.toContain('InTerminal')
  expect(await renderPage(COMMAND, 'como-usar.md')).not.toContain('InTerminal')
})
