import type { OpenedHints } from '../../../workbook/verdict/rungs.ts'

/** What is kept of a lesson that somebody solves in the page. */
export interface Draft {
  text: string
  /** The text before the last reset or upload. */
  previous?: string
  /** Runs that failed so far. */
  failures: number
  /** How far the hints of each task were opened, by the task's name. */
  hints: Readonly<Record<string, OpenedHints>>
}

type Kept = Pick<Storage, 'getItem' | 'setItem'>

/** The draft of somebody who has only this text. */
export function newDraft(text: string): Draft {
  return { text, failures: 0, hints: {} }
}

/** Where the text of a lesson is kept. Its number changes with the form of the data. */
export function draftKey(slug: string): string {
  return `cuaderno-jwt:laboratorio:1:${slug}`
}

/** The drafts of this browser, as one tab knows them: it never writes over what another one wrote. */
export class Drafts {
  readonly #storage: Kept | undefined
  readonly #known = new Map<string, string | undefined>()

  /** Without a storage, everything is forgotten when the page is closed. */
  constructor(storage: Kept | undefined) {
    this.#storage = storage
  }

  /** What is kept of a lesson, which from now on this tab knows. */
  read(slug: string): Draft | undefined {
    const draft = this.#peek(slug)
    this.#known.set(slug, draft?.text)
    return draft
  }

  /** Whether there is a text that this tab neither wrote nor read, other than `mine`. */
  isForeign(slug: string, mine: string): boolean {
    const text = this.#peek(slug)?.text
    return text !== undefined && text !== this.#known.get(slug) && text !== mine
  }

  /** Keeps a draft. `foreign`: another tab wrote meanwhile. `refused`: the browser keeps nothing. */
  save(slug: string, draft: Draft): 'saved' | 'foreign' | 'refused' {
    if (this.isForeign(slug, draft.text)) return 'foreign'
    try {
      if (!this.#storage) return 'refused'
      this.#storage.setItem(draftKey(slug), JSON.stringify(draft))
    } catch {
      return 'refused'
    }
    this.#known.set(slug, draft.text)
    return 'saved'
  }

  #peek(slug: string): Draft | undefined {
    try {
      return parseDraft(this.#storage?.getItem(draftKey(slug)) ?? '')
    } catch {
      return undefined
    }
  }
}

/** The draft in a text that was kept. Throws if it is none. */
function parseDraft(kept: string): Draft | undefined {
  const { text, previous, failures, hints } = Object(JSON.parse(kept))
  if (typeof text !== 'string') return undefined
  return {
    text,
    previous: typeof previous === 'string' ? previous : undefined,
    failures: Number.isInteger(failures) ? failures : 0,
    hints: Object.fromEntries(Object.entries(Object(hints)).filter(isOpened)),
  }
}

function isOpened(entry: [string, unknown]): entry is [string, OpenedHints] {
  const { rung, failures } = Object(entry[1])
  return Number.isInteger(rung) && Number.isInteger(failures)
}
