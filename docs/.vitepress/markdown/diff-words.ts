import type { MarkdownOptions } from 'vitepress'
import { TEXTS } from '../museum/texts.ts'

type Transformer = NonNullable<MarkdownOptions['codeTransformers']>[number]

/** Says in words which lines a diff takes out and puts in: VitePress only draws signs and colours. */
export const diffWords: Transformer = {
  code(code) {
    for (const line of code.children) {
      if (line.type !== 'element') continue
      const classes = String(line.properties.class)
      if (!classes.includes('diff')) continue
      const word = classes.includes('remove') ? TEXTS.removed : TEXTS.added
      line.children.unshift({
        type: 'element',
        tagName: 'span',
        // The button that copies the code leaves out the second class.
        properties: { class: 'visually-hidden vp-copy-ignore' },
        children: [{ type: 'text', value: `${word} ` }],
      })
    }
  },
}
