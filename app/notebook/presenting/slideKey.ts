export type SlideCommand = 'next' | 'previous' | 'forward' | 'back' | 'first' | 'last' | 'leave';

const COMMANDS: Readonly<Record<string, SlideCommand>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'forward',
  PageDown: 'forward',
  ' ': 'forward',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  Escape: 'leave',
};

/** What takes the keys of slides for itself. */
const OWN_KEYS = [
  'input',
  'select',
  'textarea',
  '[contenteditable]',
  ...['slider', 'spinbutton', 'listbox', 'option', 'radio', 'tab', 'grid', 'menu', 'combobox'].map(
    (role) => `[role="${role}"]`,
  ),
  '[data-radix-popper-content-wrapper]',
  'dialog',
].join(', ');

/** A picture in which the arrow keys walk. */
const WALKED = 'button:has(canvas)';

/** What opens above the page closes with Escape first. */
const LAYER = 'dialog[open], [data-radix-popper-content-wrapper]:not(:has([role="tooltip"]))';

/** What a key means for the slides; null when it belongs to the control that has the focus, or to nobody. */
export function slideCommand(event: KeyboardEvent): SlideCommand | null {
  const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
  const command = COMMANDS[key];
  if (command === undefined || event.defaultPrevented || ctrlKey || metaKey || altKey) return null;
  if (shiftKey && key !== ' ') return null;
  if (command === 'leave') return document.querySelector(LAYER) === null ? command : null;
  if (target instanceof Element) {
    if (target.closest(`${OWN_KEYS}, ${WALKED}`) !== null) return null;
    if (key === ' ' && target.closest('button, summary, a') !== null) return null;
  }
  return shiftKey ? 'back' : command;
}
