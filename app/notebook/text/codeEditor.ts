import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { Compartment, EditorState, Transaction } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderOf } from '@codemirror/view';
import { textExcess } from './bounds.ts';
import { editorTheme } from './editorTheme.ts';
import type { EditorHandle, EditorOptions } from './editorHandle.ts';
import { formatKeys, formats } from './format.ts';
import type { FormatId } from './format.ts';
import { markdownSyntax } from './markdownSyntax.ts';
import { textDiff } from './textDiff.ts';

const uncoloured: Extension = [];

function applyFormat(view: EditorView, id: FormatId): boolean {
  const { from, to } = view.state.selection.main;
  const { selection, ...changes } = formats[id].apply(view.state.doc.toString(), from, to);
  view.dispatch({
    changes,
    selection: { anchor: selection[0], head: selection[1] },
    userEvent: 'input',
    scrollIntoView: true,
  });
  return true;
}

/** Keys typed into the editor are no commands of the page; those with Ctrl or Cmd that it leaves alone may be. */
function keepTyping(event: KeyboardEvent): void {
  if (event.defaultPrevented || !(event.ctrlKey || event.metaKey)) event.stopPropagation();
}

/**
 * CodeMirror in a shadow root of `host`: there its style sheets are adopted by script, which the page's
 * Content-Security-Policy allows, while in the document they would be style elements, which it refuses.
 */
export function createCodeEditor(host: HTMLElement, options: EditorOptions): EditorHandle {
  const { value, label, placeholder, longest, selection = [0, 0] } = options;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const syntax = new Compartment();
  // what takes too long to draw is not coloured either
  const syntaxFor = (text: string): Extension => (textExcess(text) === null ? markdownSyntax : uncoloured);
  const done = (): boolean => {
    options.onDone();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: value,
      selection: {
        anchor: Math.min(selection[0], value.length),
        head: Math.min(selection[1], value.length),
      },
      extensions: [
        keymap.of([
          { key: 'Escape', run: done },
          { key: 'Shift-Enter', run: done },
          { key: 'Mod-Enter', run: done },
          { key: 'Mod-z', run: undo, preventDefault: true },
          { key: 'Mod-Shift-z', run: redo, preventDefault: true },
          { key: 'Mod-y', run: redo, preventDefault: true },
          ...Object.entries(formatKeys).map(([key, id]) => ({
            key: `Mod-${key}`,
            run: (target: EditorView) => applyFormat(target, id),
          })),
        ]),
        history(),
        syntax.of(syntaxFor(value)),
        EditorState.transactionExtender.of(({ docChanged, newDoc, startState }) => {
          if (!docChanged) return null;
          const right = syntaxFor(newDoc.toString());
          return syntax.get(startState) === right ? null : { effects: syntax.reconfigure(right) };
        }),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          spellcheck: 'true',
          autocorrect: 'on',
          autocapitalize: 'sentences',
        }),
        placeholderOf(placeholder),
        EditorState.changeFilter.of(
          ({ newDoc, startState }) => newDoc.length <= Math.max(longest, startState.doc.length),
        ),
        editorTheme,
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          const text = update.state.doc.toString();
          const own = update.transactions.some((one) => one.annotation(Transaction.addToHistory) !== false);
          if (own) options.onChange(text);
        }),
      ],
    }),
  });
  host.addEventListener('keydown', keepTyping);

  return {
    setValue(text) {
      const before = view.state.doc.toString();
      if (text === before) return;
      view.dispatch({
        changes: textDiff(before, text),
        annotations: Transaction.addToHistory.of(false),
        filter: false,
      });
    },
    format(id) {
      applyFormat(view, id);
      view.focus();
    },
    focus: () => view.focus(),
    destroy() {
      host.removeEventListener('keydown', keepTyping);
      view.destroy();
    },
  };
}
