type Kept = Pick<Storage, 'getItem' | 'setItem'>

/** Of an editor, as it gives itself away: the text, where the cursor is and what can be undone. */
export interface EditorJson {
  doc?: unknown
}

/** What can be undone in each file, for as long as the tab is open. */
export class Histories {
  readonly #storage: Kept | undefined

  constructor(storage: Kept | undefined) {
    this.#storage = storage
  }

  /** What was kept of a file, if it ended with this text: changes of another one lead nowhere. */
  read(path: string, text: string): EditorJson | undefined {
    try {
      const kept: EditorJson | null = JSON.parse(this.#storage?.getItem(keyOf(path)) ?? 'null')
      return kept?.doc === text ? kept : undefined
    } catch {
      return undefined
    }
  }

  save(path: string, state: EditorJson): void {
    try {
      this.#storage?.setItem(keyOf(path), JSON.stringify(state))
    } catch {
      // Without room for it there is the text, and nothing to undo.
    }
  }
}

function keyOf(path: string): string {
  return `cuaderno-jwt:editor:1:${path}`
}
