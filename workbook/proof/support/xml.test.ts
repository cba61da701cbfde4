import { describe, expect, test } from 'vitest'
import { findAll, parseXml } from './xml.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

describe('parseXml', () => {
  test('reads elements, attributes and texts', () => {
    const root = parseXml(`${HEAD}<a b="1 &lt; 2&#10;"><c>&amp;</c><c>x</c></a>\n`)
    expect(root.attributes).toEqual({ b: '1 < 2\n' })
    expect(findAll(root, 'c').map(({ text }) => text)).toEqual(['&', 'x'])
  })

  test.each([
    ['no declaration', '<a></a>'],
    ['an element left open', `${HEAD}<a><b></a>`],
    ['two roots', `${HEAD}<a></a><b></b>`],
    ['text outside of the root', `${HEAD}<a></a>x`],
    ['a loose &', `${HEAD}<a>1 & 2</a>`],
    ['an entity that XML does not know', `${HEAD}<a>&nbsp;</a>`],
    ['a < in an attribute', `${HEAD}<a b="<"></a>`],
    ['a quote in an attribute', `${HEAD}<a b="""></a>`],
    ['a control character', `${HEAD}<a>\u0007</a>`],
    ['half a surrogate pair', `${HEAD}<a>\ud800</a>`],
  ])('refuses %s', (_what, source) => {
    expect(() => parseXml(source)).toThrow()
  })
})
