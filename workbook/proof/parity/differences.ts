import { RESTART, TEXTS } from '../../verdict/explain/texts.ts'

/** What the page tells of a broken exercise where the terminal tells something else. */
interface Otherwise {
  why: string
  /** Nothing: the page does not notice. */
  says?: string
}

const NO_MEMORY_LIMIT = 'no browser tells a page how much its Workers take'

/** The broken exercises that the page explains in another way than the terminal, by name. */
export const OTHERWISE: Readonly<Record<string, Otherwise>> = {
  'a function that was deleted': {
    why: 'the page has a button, and neither keys nor commands',
    says: TEXTS.goneExport('expiracion.ts', '«expiraEn»', RESTART.page),
  },
  'a process that stops listening to the engine': { why: 'there is no process to end' },
  'an array that grows without end': { why: NO_MEMORY_LIMIT, says: TEXTS.loop },
  'buffers that grow without end, between promises': { why: NO_MEMORY_LIMIT, says: TEXTS.loop },
  'an array that grows without end, between promises': { why: NO_MEMORY_LIMIT, says: TEXTS.loop },
}
