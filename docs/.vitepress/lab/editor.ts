import { defaultKeymap, history, historyField, historyKeymap, indentWithTab } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState, type EditorStateConfig, type Extension, type TransactionSpec } from '@codemirror/state'
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { appearance } from './editor-theme.ts'
import type { Histories } from './histories.ts'

/** A file that can be opened in the editor. */
export interface OpenFile {
  path: string
  text: string
  readOnly: boolean
  /** Name of the editor while it shows this file. */
  label: string
}

/** One editor and the files that it can show, each with its own history, which outlives it. */
export class CodeEditor {
  readonly #view: EditorView
  readonly #files: readonly OpenFile[]
  readonly #describedBy: string
  readonly #histories: Histories
  /** Those that somebody has needed: to start one takes up to 20 milliseconds of its grammar. */
  readonly #states = new Map<string, EditorState>()
  readonly #onChange: (path: string) => void
  #shown = ''

  /** `onChange`: the reader changed a file. */
  constructor(
    parent: HTMLElement,
    files: readonly OpenFile[],
    describedBy: string,
    histories: Histories,
    onChange: (path: string) => void,
  ) {
    this.#files = files
    this.#describedBy = describedBy
    this.#histories = histories
    this.#onChange = onChange
    this.#view = new EditorView({ parent })
    this.show(files[0]?.path ?? '')
  }

  show(path: string): void {
    const state = this.#stateOf(path)
    if (!state || path === this.#shown) return
    this.#keepShown()
    this.#shown = path
    this.#view.setState(state)
  }

  textOf(path: string): string {
    return this.#stateOf(path)?.doc.toString() ?? ''
  }

  /** Puts another text in a file, as a change that can be undone. */
  replace(path: string, text: string): void {
    const length = this.#stateOf(path)?.doc.length ?? 0
    this.#apply(path, () => ({ changes: { from: 0, to: length, insert: text } }))
  }

  /** Marks a line, counted from 1, with what is wrong there; nothing takes the mark away. */
  mark(path: string, wrong?: { line: number; sentence: string }): void {
    this.#apply(path, (state) => setDiagnostics(state, wrong ? [diagnosticOf(state, wrong)] : []))
  }

  /** Shows a line, counted from 1, and leaves the cursor there. */
  goTo(path: string, line: number): void {
    this.show(path)
    const { doc } = this.#view.state
    const { from } = doc.line(Math.min(line, doc.lines))
    this.#view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    })
    this.#view.focus()
    // The editor itself may be out of sight, or under the bar of the page.
    this.#view.dom.scrollIntoView({ block: 'center' })
  }

  /** Brings a line into sight, and leaves the focus where it is. */
  reveal(path: string, line: number): void {
    if (path !== this.#shown) return
    const { doc } = this.#view.state
    const { from } = doc.line(Math.min(line, doc.lines))
    this.#view.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'center' }) })
  }

  /** Keeps what can be undone in the files that somebody may have changed. */
  keep(): void {
    this.#keepShown()
    for (const { path, readOnly } of this.#files) {
      const state = this.#states.get(path)
      if (state && !readOnly) this.#histories.save(path, state.toJSON(HISTORY))
    }
  }

  destroy(): void {
    this.keep()
    this.#view.destroy()
  }

  #stateOf(path: string): EditorState | undefined {
    if (path === this.#shown) return this.#view.state
    const file = this.#files.find((file) => file.path === path)
    if (file && !this.#states.has(path)) this.#states.set(path, this.#start(file))
    return this.#states.get(path)
  }

  #apply(path: string, change: (state: EditorState) => TransactionSpec): void {
    const state = this.#stateOf(path)
    if (!state) return
    if (path === this.#shown) this.#view.dispatch(change(state))
    else this.#states.set(path, state.update(change(state)).state)
  }

  #keepShown(): void {
    if (this.#shown) this.#states.set(this.#shown, this.#view.state)
  }

  #start({ path, text, readOnly, label }: OpenFile): EditorState {
    const config: EditorStateConfig = {
      doc: text,
      extensions: [
        ...COMMON,
        keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': this.#describedBy,
          tabindex: '0',
        }),
        EditorView.updateListener.of(({ docChanged }) => docChanged && this.#onChange(path)),
      ],
    }
    const kept = readOnly ? undefined : this.#histories.read(path, text)
    try {
      if (kept) return EditorState.fromJSON(kept, config, HISTORY)
    } catch {
      // What another version of the editor wrote.
    }
    return EditorState.create(config)
  }
}

const HISTORY = { history: historyField }

const COMMON: readonly Extension[] = [
  lineNumbers(),
  lintGutter(),
  highlightSpecialChars(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  javascript({ typescript: true }),
  EditorView.lineWrapping,
  appearance,
]

function diagnosticOf(
  { doc }: EditorState,
  { line, sentence }: { line: number; sentence: string },
): Diagnostic {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines))
  return { from, to, severity: 'error', message: sentence }
}
