import { useStore } from 'zustand';
import type { Opened } from './open.ts';

/** Where the notebook comes from, and whether it is kept. */
export function OriginLine({ opened: { origin, editor } }: { readonly opened: Opened }) {
  const title = useStore(editor.store, (state) => state.notebook.title);
  return <span>{origin.kind === 'own' ? title : `“${title}”`}</span>;
}
