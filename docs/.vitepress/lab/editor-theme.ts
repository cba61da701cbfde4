import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

// Colours are those of the page (lab.css), light or dark.
const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--papel)', color: 'var(--vp-c-text-1)', fontSize: '14px' },
  '&.cm-focused': { outline: '2px solid var(--vp-c-brand-1)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--vp-font-family-mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--vp-c-text-1)' },
  '.cm-cursor': { borderLeftColor: 'var(--vp-c-text-1)' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--vp-c-text-2)' },
  '.cm-gutter-lint': { width: '1em' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--laboratorio-seleccion)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--vp-c-text-3)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    backgroundColor: 'var(--laboratorio-fallo)',
    borderBottom: '2px solid var(--mal)',
  },
  '.cm-tooltip': {
    border: '1px solid var(--vp-c-border)',
    backgroundColor: 'var(--vp-c-bg-elv)',
    color: 'var(--vp-c-text-1)',
  },
})

const highlight = HighlightStyle.define([
  { tag: [tags.comment], color: 'var(--laboratorio-comentario)' },
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--parte-1)' },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: 'var(--parte-3)' },
  { tag: [tags.number, tags.bool, tags.null, tags.typeName], color: 'var(--parte-2)' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))],
    color: 'var(--vp-c-brand-1)',
  },
])

/** How the editor looks: with the colours of the page. */
export const appearance: Extension = [theme, syntaxHighlighting(highlight)]
