import { explainSlip } from '../../verdict/explain/slips.ts'
import { TEXTS } from '../../verdict/explain/texts.ts'

/** What the page tells of a broken exercise where the terminal tells something else. */
interface Otherwise {
  why: string
  /** Nothing: the page does not notice. */
  says?: string
}

const FILE = 'expiracion.ts'
const ROUGH: Otherwise = {
  why: 'TypeScript, which explains syntax in Spanish, weighs 1 MB: the page tells the line and no more',
  says: TEXTS.syntax(FILE, TEXTS.syntaxUnknown),
}
const UNSEEN: Otherwise = { why: 'only a parser would see it, and sucrase runs it' }
const NO_MEMORY_LIMIT = 'no browser tells a page how much its Workers take'

/** The broken exercises that the page explains in another way than the terminal, by name. */
export const OTHERWISE: Readonly<Record<string, Otherwise>> = {
  'a brace too many at the start': ROUGH,
  'a parenthesis that is missing in the middle': ROUGH,
  'a brace that is missing at the end': ROUGH,
  'an unclosed string': ROUGH,
  'an unclosed template': ROUGH,
  'an unclosed comment': ROUGH,
  'an unclosed regular expression': ROUGH,
  'another language': ROUGH,
  'a conflict that Git left behind': ROUGH,
  'a reserved word': ROUGH,
  'a constant that is declared twice': ROUGH,
  'await in a function that is not async': ROUGH,
  'a decorator': ROUGH,
  'a function that is declared twice': UNSEEN,
  'an export of something that is not declared': UNSEEN,
  'a name that a package does not export': UNSEEN,
  'a name that a package exports only inside of its default': UNSEEN,
  'a name that Node does not export': UNSEEN,
  'return outside of any function': {
    why: 'CommonJS allows it: the module ends there, and the tests miss what comes after',
    says: explainSlip("Cannot read properties of undefined (reading 'call')"),
  },
  'an export with another name': {
    why: 'the page looks for the names that are missing, and not for one in their place',
    says: TEXTS.goneExport(FILE, '«expiraEn»'),
  },
  'a constant in place of a function': {
    why: 'only a parser tells what a name is; the tests find out',
    says: explainSlip('expiraEn.call is not a function'),
  },
  'a process that stops listening to the engine': { why: 'there is no process to end' },
  'an array that grows without end': { why: NO_MEMORY_LIMIT, says: TEXTS.loop },
  'buffers that grow without end, between promises': { why: NO_MEMORY_LIMIT, says: TEXTS.hang },
}
