import { describe, expect, test } from 'vitest'
import { drawSequence } from './sequence-svg.ts'
import { parseSequence } from './sequence-text.ts'

const draw = (...lines: string[]) => drawSequence(parseSequence(['título: Un viaje', ...lines].join('\n')))
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)

/** The horizontal ends of the arrows, in order. */
const arrows = (svg: string) =>
  [...svg.matchAll(/class="flecha[^"]*" x1="(\d+)" x2="(\d+)"/g)].map(([, from, to]) => [
    Number(from),
    Number(to),
  ])

describe('drawSequence', () => {
  test('tells the same steps in words', () => {
    const svg = draw('Ana -> API: POST /login', 'nota API: firma', 'API --> Ana: 200')
    expect(svg).toContain(
      'role="img" aria-label="Un viaje. Ana envía a API: POST /login. API: firma. API responde a Ana: 200"',
    )
  })

  test('shows the title below', () => {
    expect(draw('Ana -> API: a')).toContain('<figcaption>Un viaje</figcaption>')
  })

  test('writes each actor and each step once', () => {
    const svg = draw('Ana -> API: a', 'nota API: b', 'API --> Ana: c')
    expect(textsOf(svg)).toEqual(['Ana', 'API', 'a', 'b', 'c'])
  })

  test('points each arrow at who receives it', () => {
    const svg = draw('Ana -> API: a', 'API --> Ana: b')
    const [there = [], back = []] = arrows(svg)
    expect([there[0]! < there[1]!, back[0]! > back[1]!]).toEqual([true, true])
    const heads = [...svg.matchAll(/class="punta" d="M\d+ \d+l(-?)/g)].map(([, sign]) => sign)
    expect(heads).toEqual(['-', ''])
  })

  test('marks only the replies', () => {
    expect(draw('Ana -> API: a')).not.toContain('vuelta')
    expect(draw('API --> Ana: a')).toContain('class="flecha vuelta"')
  })

  test('grows with its actors and its steps', () => {
    const size = (svg: string) =>
      /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.slice(1).map(Number) as [number, number]
    const small = size(draw('Ana -> API: a'))
    const large = size(draw('Ana -> API: a', 'API -> Base: b'))
    expect([large[0] > small[0], large[1] > small[1]]).toEqual([true, true])
  })

  test('escapes what would be markup, in the drawing and in its alternative', () => {
    const svg = drawSequence(parseSequence('título: <b>"&\nA<i> -> B&B: <script>"x"</script>\nnota B&B: <u>'))
    expect(svg).not.toMatch(/<(?:b|i|u|script)>|&(?!#\d+;)|""[^ />]/)
    expect(textsOf(svg)).toEqual([
      'A&#60;i&#62;',
      'B&#38;B',
      '&#60;script&#62;&#34;x&#34;&#60;/script&#62;',
      '&#60;u&#62;',
    ])
  })

  test('is left alone by Vue, which would read braces as code', () => {
    expect(draw('Ana -> API: {{ a }}')).toMatch(/^<figure class="secuencia" tabindex="0" v-pre>/)
  })
})
