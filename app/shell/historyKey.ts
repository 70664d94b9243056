/** Text being edited has an undo of its own; a field not yet typed in (`data-unedited`) leaves it to the page. */
const OWN_UNDO = 'textarea, [contenteditable], input[type="text"]:not([data-unedited]), input[type="search"]';

/** Ctrl/Cmd+Z; Shift+Ctrl/Cmd+Z or Ctrl+Y. Not while a dialog covers the page. */
export function historyKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  const { target } = event;
  if (target instanceof Element && target.closest(`${OWN_UNDO}, dialog`) !== null) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}
