import { describe, expect, test } from 'vitest'
import { renderPage } from '../../../workbook/proof/support/site-markdown.ts'

const fence = (info: string) => renderPage(`\`\`\`${info}\nconst a = 1\n\`\`\`\n`)

describe('fileNames', () => {
  test('shows the name above the code', async () => {
    expect(await fence('ts [token.ts]')).toMatch(/<p class="nombre">token\.ts<\/p><div class="language-ts/)
  })

  test('leaves a block without a name as it is', async () => {
    expect(await fence('ts')).not.toContain('class="nombre"')
  })

  test('does not take lines to highlight for a name', async () => {
    expect(await fence('ts{1}')).not.toContain('class="nombre"')
  })

  test('escapes the name', async () => {
    expect(await fence('ts [a<b>.ts]')).toContain('<p class="nombre">a&lt;b&gt;.ts</p>')
  })
})
