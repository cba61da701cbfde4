import { describe, expect, test } from 'vitest'
import { element, escapeText, onLines } from './markup.ts'

describe('escapeText', () => {
  test('leaves nothing that could be markup', () => {
    expect(escapeText(`<script>"a" & 'b'</script>`)).toBe(
      '&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;',
    )
  })

  test.each([
    ['a bell', 'a\u0007b', 'ab'],
    ['a null', 'a\u0000b', 'ab'],
    ['a C1 control', 'a\u0085b', 'ab'],
    ['colours of a terminal', '\u001b[31ma\u001b[39mb', 'ab'],
    ['half a surrogate pair', 'a\ud83db', 'ab'],
    ['what is no character', 'a\uffffb', 'ab'],
  ])('drops %s', (_what, text, expected) => {
    expect(escapeText(text)).toBe(expected)
  })

  test('keeps letters, ends of line and emoji', () => {
    expect(escapeText('ñandú\n\t漢 😀')).toBe('ñandú\n\t漢 😀')
  })
})

describe('element', () => {
  test('escapes attributes and texts, and not what is markup already', () => {
    const child = element('b', {}, '<')
    expect(element('a', { title: '"<\n' }, child, '&', 1).markup).toBe(
      '<a title="&quot;&lt;&#10;"><b>&lt;</b>&amp;1</a>',
    )
  })

  test('does not close a void element', () => {
    expect(element('meta', { charset: 'utf-8' }).markup).toBe('<meta charset="utf-8">')
  })
})

describe('onLines', () => {
  test('gives each child its line, and nothing to none', () => {
    expect([onLines(['a', 'b']), onLines([])]).toEqual([['\n', 'a', '\n', 'b', '\n'], []])
  })
})
