import { EditorView } from '@codemirror/view';

/** The tokens of the page reach into the editor's shadow root; its style sheets are adopted, never elements. */
export const editorTheme = EditorView.theme({
  '&': { color: 'var(--ink)', background: 'transparent', fontSize: '14px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
    lineHeight: '1.6',
    fontVariantLigatures: 'none',
  },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--ink)', minHeight: '44px' },
  '.cm-line': { padding: '0 12px' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.cm-content ::selection, .cm-line::selection': {
    background: 'color-mix(in srgb, var(--accent) 28%, transparent) !important',
  },
});
