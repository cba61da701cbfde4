import { TEXTS } from './texts.ts'

export interface AttackOptions {
  /** Of the lesson, as `npm run lesson` takes it. */
  name?: string
  /** Of any other server on this machine. */
  url?: URL
  /** The file that says which routes it has. */
  map?: string
  /** Whether every breach is told whole, however many there are. */
  all: boolean
  help: boolean
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Reads the words after `npm run ataca`; gives the sentence for those that it cannot take. */
export function readOptions(args: readonly string[]): AttackOptions | { refused: string } {
  const options: AttackOptions = { all: false, help: false }
  // PowerShell leaves the one that npm takes elsewhere.
  const words = args.filter((word) => word !== '--')
  for (let at = 0; at < words.length; at++) {
    const [word = '', joined] = (words[at] ?? '').split(/=(.*)/s)
    const value = () => joined ?? words[++at]
    if (word === '--ayuda' || word === '--help') options.help = true
    else if (word === '--todo') options.all = true
    else if (word === '--mapa') options.map = value()
    // Without `--`, npm keeps the name of an option and passes its value on.
    else if (word === '--url' || /^https?:/i.test(word)) {
      const text = word === '--url' ? (value() ?? '') : (words[at] ?? '')
      const url = readAddress(text)
      if ('refused' in url) return url
      options.url = url
    } else if (word.startsWith('-')) return { refused: TEXTS.unknownOption(word) }
    else if (options.name !== undefined) return { refused: TEXTS.tooMany(word) }
    else options.name = word
  }
  if (options.url && options.name !== undefined) return { refused: TEXTS.both }
  if (options.map !== undefined && !options.url) return { refused: TEXTS.mapWithoutUrl }
  return options
}

/** An address on this machine: attacking any other is nobody's exercise, and may be a crime. */
export function readAddress(text: string): URL | { refused: string } {
  if (!URL.canParse(text)) return { refused: TEXTS.noAddress(text) }
  const url = new URL(text)
  if (!['http:', 'https:'].includes(url.protocol)) return { refused: TEXTS.noAddress(text) }
  if (!LOOPBACK.includes(url.hostname)) return { refused: TEXTS.notHere(url.hostname) }
  return url
}
