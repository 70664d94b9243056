import { flushSync } from 'react-dom';
import type { OnPage } from '../useNotebook.ts';
import { placeNow, returnTo } from './place.ts';
import { slidesOf, slideWith } from './slides.ts';

/** Id of the place of the button that starts it: it has the focus again at the end. */
export const PRESENT_BUTTON = 'present';

const refused = (): void => undefined;

/** Shows slides, beginning with the one that holds what is at the window's top; in full screen where that is allowed. */
export function startPresenting({ editor, ui }: OnPage): void {
  const from = placeNow();
  const at = slideWith(slidesOf(editor.store.getState().notebook.cells), from.cell);
  const { editing } = ui.getState();
  ui.setState({ presenting: { at, from, editing }, editing: false, writing: null, selected: null });
  window.scrollTo({ top: 0, behavior: 'instant' });
  if (document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(refused);
}

/** Goes to a slide; beyond the ends nothing happens. */
export function showSlide({ editor, ui }: OnPage, at: number): void {
  const { presenting } = ui.getState();
  const count = slidesOf(editor.store.getState().notebook.cells).length;
  if (presenting === null || at < 0 || at >= count || at === presenting.at) return;
  flushSync(() => ui.setState({ presenting: { ...presenting, at } }));
  window.scrollTo({ top: 0, behavior: 'instant' });
}

export function leaveFullScreen(): void {
  if (document.fullscreenElement !== null) document.exitFullscreen().catch(refused);
}

/** Back to the page, to where it was left. */
export function stopPresenting({ ui }: OnPage): void {
  const { presenting } = ui.getState();
  if (presenting === null) return;
  flushSync(() => ui.setState({ presenting: null, editing: presenting.editing }));
  leaveFullScreen();
  returnTo(presenting.from);
  document.querySelector<HTMLElement>(`#${PRESENT_BUTTON} button`)?.focus({ preventScroll: true });
}
