import type { MarkdownOptions } from 'vitepress'

type Transformer = NonNullable<MarkdownOptions['codeTransformers']>[number]

/** Tells the style sheet how far each line of code is indented: what does not fit goes on under it, not to the side. */
export const hangingIndent: Transformer = {
  line(line, number) {
    const indent = /^ */.exec(this.source.split('\n')[number - 1] ?? '')?.[0].length ?? 0
    if (indent) line.properties.style = `--sangria:${indent}ch`
  },
}
