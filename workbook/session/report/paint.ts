import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

/** Colours a text, or leaves it as it is. */
export type Paint = (format: Format, text: string) => string

export const plain: Paint = (_format, text) => text

const coloured: Paint = (format, text) => styleText(format, text, { validateStream: false })

/** Colour only on a terminal that wants it (https://no-color.org). */
export function paintFor(stream: { isTTY?: boolean }): Paint {
  if (process.env.NO_COLOR) return plain
  return stream.isTTY || process.env.FORCE_COLOR ? coloured : plain
}
