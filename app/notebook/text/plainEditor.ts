import type { EditorHandle, EditorOptions } from './editorHandle.ts';
import { formatKeys, formats } from './format.ts';
import type { FormatId } from './format.ts';
import { textDiff } from './textDiff.ts';

/** Moves a position in a text along with a replacement before it. */
const moved = (position: number, from: number, to: number, size: number): number =>
  position <= from ? position : position >= to ? position + size - (to - from) : from + size;

/** A plain text area with the editor's keys: until the editor's code is there, and where it can't run. */
export function createPlainEditor(
  host: HTMLElement,
  options: EditorOptions,
): EditorHandle & { readonly area: HTMLTextAreaElement } {
  const area = document.createElement('textarea');
  const { value, label, placeholder, longest, selection = [0, 0] } = options;
  area.value = value;
  area.placeholder = placeholder;
  area.maxLength = longest;
  area.spellcheck = true;
  area.setAttribute('aria-label', label);
  area.setSelectionRange(...selection);
  host.append(area);

  const format = (id: FormatId): void => {
    const change = formats[id].apply(area.value, area.selectionStart, area.selectionEnd);
    area.setRangeText(change.insert, change.from, change.to);
    area.setSelectionRange(...change.selection);
    options.onChange(area.value);
  };
  area.addEventListener('input', () => options.onChange(area.value));
  area.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const id = command && !event.shiftKey && !event.altKey ? formatKeys[key] : undefined;
    const done = key === 'escape' || (key === 'enter' && (event.shiftKey || command));
    if (done || id !== undefined) event.preventDefault();
    if (event.defaultPrevented || !command) event.stopPropagation();
    if (id !== undefined) format(id);
    else if (done) options.onDone();
  });

  return {
    area,
    setValue(text) {
      if (text === area.value) return;
      const { from, to, insert } = textDiff(area.value, text);
      const [start, end] = [area.selectionStart, area.selectionEnd];
      area.value = text;
      area.setSelectionRange(moved(start, from, to, insert.length), moved(end, from, to, insert.length));
    },
    format(id) {
      format(id);
      area.focus();
    },
    focus: () => area.focus(),
    destroy: () => area.remove(),
  };
}
