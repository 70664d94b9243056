import { flushSync } from 'react-dom';
import { useTheme } from '../../theme/theme.ts';
import type { OnPage } from '../useNotebook.ts';

const LIMIT_MILLISECONDS = 20_000;
const POLL_MILLISECONDS = 120;
/** So many looks in a row must find everything drawn: what was loaded may load something else. */
const QUIET_LOOKS = 4;

let undo: (() => void) | null = null;

/** Opens every folded answer. @returns what folds them again */
function unfold(): () => void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  for (const answer of folded) answer.open = true;
  return () => {
    for (const answer of folded) answer.open = false;
  };
}

/** Mounts every figure and opens every answer, in the light theme and without what edits. */
export function prepare({ ui }: OnPage): void {
  if (undo !== null) return;
  const { theme } = useTheme.getState();
  const { editing } = ui.getState();
  let fold = (): void => undefined;
  undo = () => {
    if (theme !== 'light') useTheme.setState({ theme });
    ui.setState({ printing: false, editing });
    fold();
  };
  flushSync(() => {
    if (theme !== 'light') useTheme.setState({ theme: 'light' });
    ui.setState({ printing: true, editing: false, writing: null });
  });
  fold = unfold();
}

/** Back to the page as it was. */
export function restore(): void {
  const back = undo;
  undo = null;
  back?.();
}

/** Whether every figure stands there with its results. */
function isDrawn({ editor, labs }: OnPage): boolean {
  const computed = editor.store.getState().notebook.cells.every(({ id, kind }) => {
    const results = kind === 'experiment' ? labs.get(id)?.results.getState() : undefined;
    if (results === undefined) return true;
    return results.problem !== null || (results.snapshot !== null && !results.unfinished);
  });
  if (!computed) return false;
  const main = document.querySelector('main');
  return main !== null && main.querySelector('[aria-busy="true"], [class*="loading"]') === null;
}

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, POLL_MILLISECONDS));

async function drawn(on: OnPage): Promise<void> {
  let quiet = 0;
  for (let left = LIMIT_MILLISECONDS; left > 0 && quiet < QUIET_LOOKS; left -= POLL_MILLISECONDS) {
    await pause();
    quiet = isDrawn(on) ? quiet + 1 : 0;
  }
}

/** Draws every figure, then opens the browser's print dialog, which can save a PDF too. */
export async function printNotebook(on: OnPage): Promise<void> {
  if (undo !== null) return;
  prepare(on);
  await drawn(on);
  const dialog = { asked: false };
  const onAsked = (): void => {
    dialog.asked = true;
  };
  window.addEventListener('beforeprint', onAsked, { once: true });
  window.print();
  window.removeEventListener('beforeprint', onAsked);
  // where the dialog goes on after the call, afterprint restores
  if (!dialog.asked) restore();
}
