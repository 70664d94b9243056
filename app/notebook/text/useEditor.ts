import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { EditorHandle, EditorOptions } from './editorHandle.ts';
import { lazyCode } from './lazyCode.ts';
import { createOwnChanges } from './ownChanges.ts';
import { createPlainEditor } from './plainEditor.ts';

const editing = lazyCode(async () => (await import('./codeEditor.ts')).createCodeEditor);

/** Fetches the editor's code, ahead of the first use. */
export const askForEditor = editing.ask;

/** Style sheets without elements: what the editor needs under the page's policy. */
const canAdopt = 'adoptedStyleSheets' in Document.prototype;

/** Runs when no word is being composed in `area`. */
function whenComposed(area: HTMLTextAreaElement, run: () => void): () => void {
  let composing = false;
  let waiting = false;
  const begin = (): void => {
    composing = true;
  };
  const end = (): void => {
    composing = false;
    if (waiting) run();
  };
  area.addEventListener('compositionstart', begin);
  area.addEventListener('compositionend', end);
  return () => {
    if (composing) waiting = true;
    else run();
  };
}

/** An editor in `host`: a plain one at once, the full one in its place, with its cursor, when the code is there. */
export function useEditor(
  host: RefObject<HTMLElement | null>,
  { value, onChange, onDone, label, placeholder, longest }: EditorOptions,
  focused: boolean,
): RefObject<EditorHandle | null> {
  const editor = useRef<EditorHandle | null>(null);
  const own = useRef(createOwnChanges());
  const newest = useRef({ value, onChange, onDone });
  useEffect(() => {
    newest.current = { value, onChange, onDone };
  });

  useEffect(() => {
    const place = host.current;
    if (place === null) return;
    const options = {
      value: newest.current.value,
      label,
      placeholder,
      longest,
      onChange: (text: string) => {
        own.current.sent(text);
        newest.current.onChange(text);
      },
      onDone: () => newest.current.onDone(),
    };
    const plain = createPlainEditor(place, options);
    editor.current = plain;
    if (focused) plain.focus();
    const replace = whenComposed(plain.area, () => {
      const create = editing.now();
      if (create === null || editor.current !== plain || !canAdopt) return;
      const { area } = plain;
      const hadFocus = place.contains(document.activeElement);
      const selection = [area.selectionStart, area.selectionEnd] as const;
      plain.destroy();
      editor.current = create(place, { ...options, value: area.value, selection });
      if (hadFocus) editor.current.focus();
    });
    const stop = editing.whenThere(replace);
    return () => {
      stop();
      editor.current?.destroy();
      editor.current = null;
    };
  }, [host, label, placeholder, longest, focused]);

  useEffect(() => {
    if (!own.current.isOwn(value)) editor.current?.setValue(value);
  }, [value]);

  return editor;
}
